"""A cancelled handle in the queue still makes the poll return at once."""
# clause: READY-8
# level: detail
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def first():
    loop.stop()
    loop.call_soon(log, "never").cancel()

loop.call_soon(first)
loop.run_forever()
loop.call_later(1, log, "timer")
loop.call_later(2, loop.stop)
loop.run_forever()
log("stopped")
loop.close()
