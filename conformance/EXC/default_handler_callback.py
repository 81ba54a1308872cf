"""Without a handler of the program's own, a failing callback is logged as one error."""
# clause: EXC-5, EXC-1
# level: defacto
# ops: handler
import asyncio
from scenario import capture_logging, log

loop = asyncio.new_event_loop()


def record(level, text):
    log(level, text.startswith("Exception in callback "), "handle: " in text)


def fail():
    raise ValueError


capture_logging(record)
loop.call_soon(fail)
loop.call_soon(log, "next")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  ERROR True True
#      0  next
