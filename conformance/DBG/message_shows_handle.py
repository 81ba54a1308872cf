"""The message about a slow callback shows its handle."""
# clause: DBG-6
# level: detail
# ops: debug
import asyncio
from scenario import capture_logging, log, pause

loop = asyncio.new_event_loop()


def on_record(level, text):
    log(text.split()[1].split("(")[0].rstrip(">"))


capture_logging(on_record)
loop.set_debug(True)
loop.call_soon(pause, 0.25)
loop.call_later(0.5, pause, 0.25)
loop.call_later(1, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    250  <Handle
#    750  <TimerHandle
