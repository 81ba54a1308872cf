"""From 3.13 run waits five minutes for the default executor, then warns and gives up; before, it waits for ever."""
# clause: RUN-8
# level: documented
# needs: 3.9
# ops: executor, tasks
import asyncio
from scenario import capture_warnings, log, pause


def work():
    pause(400)
    log("work done")


async def main():
    asyncio.get_running_loop().run_in_executor(None, work)


capture_warnings(log)
asyncio.run(main())
log("run returned")
pause(200)

# trace 3.9..3.12
# 400000  work done
# 400000  run returned

# trace 3.13..
# 300000  RuntimeWarning
# 300000  run returned
# 400000  work done
