"""set_debug counts from the next callback of the batch on: whether one is timed was decided before it began."""
# clause: DBG-5, DBG-1
# level: documented
# ops: debug
import asyncio
from scenario import capture_logging, log, pause

loop = asyncio.new_event_loop()


def on_record(level, text):
    log(level, int(float(text.split()[-2]) * 8), "eighths")


def set_and_pause(debug):
    loop.set_debug(debug)
    pause(0.125)
    log("set", debug)


capture_logging(on_record)
loop.call_soon(set_and_pause, True)
loop.call_soon(pause, 0.25)
loop.call_soon(set_and_pause, False)
loop.call_soon(pause, 0.5)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    125  set True
#    375  WARNING 2 eighths
#    500  set False
#    500  WARNING 1 eighths
