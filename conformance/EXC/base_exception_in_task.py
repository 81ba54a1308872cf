"""A BaseException of the program's own is stored in the task and raised where it is awaited."""
# clause: EXC-16
# level: defacto
# ops: tasks
import asyncio
from scenario import log


class Own(BaseException):
    pass


async def job(error):
    raise error


async def main():
    for error in (Own(), GeneratorExit()):
        task = asyncio.create_task(job(error))
        try:
            await task
        except BaseException as raised:
            log(raised is error, task.exception() is error, task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True True False
#      0  True True False
