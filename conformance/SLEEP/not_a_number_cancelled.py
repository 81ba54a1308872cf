"""A delay that is no number becomes a timer up to 3.12, of which nothing is left if the sleeper is cancelled at once."""
# clause: SLEEP-9
# level: detail
# ops: tasks
# divergence: TIMER-17
import asyncio
from scenario import log


async def main():
    task = asyncio.create_task(asyncio.sleep(float("nan")))
    asyncio.get_running_loop().call_soon(task.cancel)
    try:
        await task
    except ValueError:
        log("ValueError")
    except asyncio.CancelledError:
        log("CancelledError")


asyncio.run(main())

# trace 3.8..3.12
#      0  CancelledError

# trace 3.13..
#      0  ValueError
