"""Keywords that the loop does not know go to the task factory in late 3.13 and from 3.14."""
# clause: TASK-45
# level: detail
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log


async def nothing():
    pass


def factory(loop, coroutine, **keywords):
    log(sorted(keywords))
    return loop.create_future()


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    coroutine = nothing()
    try:
        loop.create_task(coroutine, own="keyword")
    except (TypeError, AttributeError) as error:
        log(type(error).__name__)
    coroutine.close()
    loop.set_task_factory(None)


asyncio.run(main())

# trace 3.11..3.13.0
#      0  TypeError

# trace 3.13.18
#      0  ['own']
#      0  AttributeError

# trace 3.14..
#      0  ['own']
