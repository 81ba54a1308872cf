"""A cancelled step of asynchronous iteration keeps its slot in the newest versions."""
# clause: ASC-7
# level: defacto
# needs: 3.13
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    items = asyncio.as_completed([future])

    async def step():
        return await items.__anext__()

    task = asyncio.create_task(step())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled(), future.done())
    future.set_result("result")
    async for item in items:
        log(item is future, item.result())
    log("end")


asyncio.run(main())

# trace 3.13
#      0  True False
#      0  end

# trace 3.14..
#      0  True False
#      0  True result
#      0  end
