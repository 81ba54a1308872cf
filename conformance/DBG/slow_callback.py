"""In debug mode a callback that takes long is logged as one WARNING, with the time that it took."""
# clause: DBG-5
# level: documented
# ops: debug
# divergence: SCHED-21
import asyncio
from scenario import capture_logging, log, pause

loop = asyncio.new_event_loop()


def on_record(level, text):
    words = text.split()
    log(level, words[0], "...", words[-3], int(float(words[-2]) * 8), "eighths of", words[-1])


capture_logging(on_record)
loop.set_debug(True)
loop.call_soon(log, "quick")
loop.call_soon(pause, 0.25)
loop.call_soon(log, "after it")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  quick
#    250  WARNING Executing ... took 2 eighths of seconds
#    250  after it
