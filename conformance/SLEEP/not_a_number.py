"""A delay that is no number is refused from 3.13."""
# clause: SLEEP-4
# level: documented
# ops: tasks
# A sleep of NaN before that is cancelled here before it meets the queue of timers.
import asyncio
from scenario import log


async def main():
    task = asyncio.create_task(asyncio.sleep(float("nan")))
    task.add_done_callback(lambda done: log("done", done.cancelled()))
    asyncio.get_running_loop().call_soon(task.cancel)
    try:
        await task
    except ValueError:
        log("ValueError")
    except asyncio.CancelledError:
        log("CancelledError")


asyncio.run(main())

# trace 3.8..3.12
#      0  done True
#      0  CancelledError

# trace 3.13..
#      0  done False
#      0  ValueError
