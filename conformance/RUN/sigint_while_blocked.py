"""SIGINT wakes up a loop that is blocked in its poll."""
# clause: RUN-9
# level: documented
# ops: tasks, threads
# divergence: SIG-01
import asyncio
from scenario import log, pause, raise_signal, start_thread


def interrupt():
    pause(0.125)
    raise_signal("SIGINT")


async def main():
    thread = start_thread(interrupt)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log("cancelled")
        raise
    finally:
        thread.join()


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    log(type(error).__name__)

# trace 3.8..
#    125  cancelled
#    125  KeyboardInterrupt
