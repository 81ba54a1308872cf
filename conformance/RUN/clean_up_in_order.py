"""Tasks are cancelled first, then the executor is waited for from 3.9, then the loop is closed."""
# clause: RUN-4
# level: documented
# ops: executor, tasks
import asyncio
from scenario import log, pause


def work():
    pause(0.25)
    log("executor")


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.125)
        log("task")


async def main():
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, work)
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    log("main")
    return loop, task


loop, task = asyncio.run(main())
log(loop.is_closed(), task.cancelled())
pause(1)

# trace 3.8
#      0  main
#    125  task
#    125  True True
#    250  executor

# trace 3.9..
#      0  main
#    125  task
#    250  executor
#    250  True True
