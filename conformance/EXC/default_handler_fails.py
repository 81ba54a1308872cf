"""A default handler that fails, here at showing a value, is itself only logged."""
# clause: EXC-9
# level: detail
# ops: handler
import asyncio
from scenario import capture_logging, log


class Unshowable:
    def __repr__(self):
        raise ValueError


capture_logging(log)
loop = asyncio.new_event_loop()
loop.call_exception_handler({"message": "the message", "value": Unshowable()})
log("after")
loop.close()

# trace 3.8..
#      0  ERROR Exception in default exception handler
#      0  after
