"""A run on another thread leaves SIGINT alone: the main thread gets its KeyboardInterrupt."""
# clause: RUN-12
# level: documented
# ops: tasks, threads
import asyncio
from scenario import log, pause, raise_signal, start_thread


async def main():
    await asyncio.sleep(0.25)
    return "result"


thread = start_thread(asyncio.run, main())
pause(0.125)
try:
    raise_signal("SIGINT")
except KeyboardInterrupt as error:
    log(type(error).__name__)
log(thread.join())

# trace 3.8..
#    125  KeyboardInterrupt
#    250  result
