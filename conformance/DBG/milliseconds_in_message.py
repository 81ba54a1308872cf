"""The message gives the seconds with three digits behind the point."""
# clause: DBG-5
# level: documented
# ops: debug
import asyncio
from scenario import capture_logging, log, pause

loop = asyncio.new_event_loop()


def on_record(level, text):
    whole, digits = text.split()[-2].split(".")
    log(whole, len(digits), text.endswith(" seconds"))


capture_logging(on_record)
loop.set_debug(True)
loop.call_soon(pause, 0.125)
loop.call_soon(pause, 2.0)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    125  0 3 True
#   2125  2 3 True
