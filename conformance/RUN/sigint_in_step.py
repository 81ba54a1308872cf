"""SIGINT in a step of main raises KeyboardInterrupt there up to 3.10; from 3.11 the step goes on and is cancelled at its await."""
# clause: RUN-9
# level: documented
# ops: tasks
import asyncio
from scenario import log, raise_signal


async def main():
    try:
        raise_signal("SIGINT")
        log("after")
        await asyncio.sleep(1)
    except BaseException as error:
        log("main", type(error).__name__)
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    log(type(error).__name__)

# trace 3.8..3.10
#      0  main KeyboardInterrupt
#      0  KeyboardInterrupt

# trace 3.11..
#      0  after
#      0  main CancelledError
#      0  KeyboardInterrupt
