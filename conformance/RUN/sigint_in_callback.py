"""SIGINT in a callback leaves the run up to 3.10, with main cancelled in the clean-up; from 3.11 it cancels main."""
# clause: RUN-9
# level: documented
# ops: tasks
import asyncio
from scenario import log, raise_signal


def callback():
    try:
        raise_signal("SIGINT")
    except KeyboardInterrupt:
        log("raised in the callback")
        raise
    log("callback goes on")


async def main():
    asyncio.get_running_loop().call_later(0.125, callback)
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        log("main is cancelled")
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    log(type(error).__name__)

# trace 3.8..3.10
#    125  raised in the callback
#    125  main is cancelled
#    125  KeyboardInterrupt

# trace 3.11..
#    125  callback goes on
#    125  main is cancelled
#    125  KeyboardInterrupt
