"""On 3.8 run does not wait for the default executor; from 3.9 it does."""
# clause: RUN-8
# level: documented
# ops: executor, tasks
import asyncio
from scenario import log, pause


def work():
    pause(0.5)
    log("work done")


async def main():
    asyncio.get_running_loop().run_in_executor(None, work)


asyncio.run(main())
log("run returned")
pause(1)

# trace 3.8
#      0  run returned
#    500  work done

# trace 3.9..
#    500  work done
#    500  run returned
