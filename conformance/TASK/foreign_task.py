"""Awaiting a task of another loop raises RuntimeError, and leaves that task alone."""
# clause: TASK-11
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def job():
    return "result"


other = asyncio.new_event_loop()
task = other.create_task(job())


async def main():
    try:
        await task
    except RuntimeError as error:
        log(type(error).__name__, task.done())


asyncio.run(main())
log(other.run_until_complete(task))
other.close()

# trace 3.8..
#      0  RuntimeError False
#      0  result
