"""A slow callback that raises is reported first, and then logged as slow, with the time that its report took."""
# clause: DBG-5
# level: documented
# ops: handler, debug
import asyncio
from scenario import capture_logging, log, pause

loop = asyncio.new_event_loop()


def on_record(level, text):
    log(level, int(float(text.split()[-2]) * 8), "eighths")


def handler(which, context):
    log("reported", type(context["exception"]).__name__)
    pause(0.125)


def fail():
    pause(0.125)
    raise ValueError


capture_logging(on_record)
loop.set_exception_handler(handler)
loop.set_debug(True)
loop.call_soon(fail)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    125  reported ValueError
#    250  WARNING 2 eighths
