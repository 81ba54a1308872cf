"""A foreign class is a future where it has the marker, unless the marker is None."""
# clause: FUT-19
# level: defacto
import asyncio
from scenario import log

class Marked:
    _asyncio_future_blocking = False


class Inherits(Marked):
    pass


class Unmarked(Marked):
    _asyncio_future_blocking = None


log(asyncio.isfuture(Marked()), asyncio.isfuture(Inherits()), asyncio.isfuture(Unmarked()))
log(asyncio.isfuture(Marked))

# trace 3.8..
#      0  True True False
#      0  False
