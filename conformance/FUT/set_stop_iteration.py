"""A StopIteration is stored as the cause of a RuntimeError; up to 3.12.1 it is refused."""
# clause: FUT-17
# level: defacto
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
given = StopIteration("given")
try:
    future.set_exception(given)
    stored = future.exception()
    log(type(stored).__name__, stored.__cause__ is given)
except TypeError as error:
    log("refused", future.done())
loop.close()

# trace 3.8..3.12
#      0  refused False

# trace 3.13..
#      0  RuntimeError True
