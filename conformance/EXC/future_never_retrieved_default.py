"""Without a handler of the program's own, an exception nobody asked for is logged as an error."""
# clause: EXC-11, EXC-5
# level: documented
# ops: handler, futures
# divergence: EXC-03
import asyncio
from scenario import capture_logging, collect, log

loop = asyncio.new_event_loop()


def record(level, text):
    log(level, text.split("\n")[0])


capture_logging(record)
future = loop.create_future()
future.set_exception(ValueError())
del future
collect()
loop.close()

# trace 3.8..
#      0  ERROR Future exception was never retrieved
