"""The class StopIteration is treated as its instance is."""
# clause: FUT-17
# level: defacto
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
try:
    future.set_exception(StopIteration)
    stored = future.exception()
    log(type(stored).__name__, type(stored.__cause__).__name__)
except TypeError:
    log("refused", future.done())
loop.close()

# trace 3.8..3.12
#      0  refused False

# trace 3.13..
#      0  RuntimeError StopIteration
