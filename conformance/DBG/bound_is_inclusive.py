"""A callback that takes exactly slow_callback_duration is slow; one that takes less is not."""
# clause: DBG-5
# level: documented
# ops: debug
# divergence: SCHED-23
import asyncio
from scenario import capture_logging, log, pause

loop = asyncio.new_event_loop()


def on_record(level, text):
    log(level, int(float(text.split()[-2]) * 8), "eighths")


capture_logging(on_record)
loop.set_debug(True)
loop.slow_callback_duration = 0.25
for eighths in (1, 2, 3):
    loop.call_soon(pause, eighths * 0.125)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    375  WARNING 2 eighths
#    750  WARNING 3 eighths
