"""Futures are futures; their class, None and other objects are not."""
# clause: FUT-19
# level: defacto
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
for one in (future, asyncio.Future, None, 42, loop, future.result):
    log(asyncio.isfuture(one))
loop.close()

# trace 3.8..
#      0  True
#      0  False
#      0  False
#      0  False
#      0  False
#      0  False
