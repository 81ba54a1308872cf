"""With a slow_callback_duration of zero every callback is slow, even one that takes no time, but for cancelled ones."""
# clause: DBG-5
# level: documented
# ops: debug
# divergence: SCHED-23
import asyncio
from scenario import capture_logging, log

loop = asyncio.new_event_loop()


def on_record(level, text):
    log(level, text.split()[0])


capture_logging(on_record)
loop.set_debug(True)
loop.slow_callback_duration = 0
loop.call_soon(log, "quick")
loop.call_soon(log, "cancelled").cancel()
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  quick
#      0  WARNING Executing
#      0  WARNING Executing
