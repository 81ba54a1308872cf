"""A cancelled item of plain iteration keeps its slot in the newest versions."""
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
    task = asyncio.create_task(next(items))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled(), future.done())
    future.set_result("result")
    for item in items:
        log(await item)
    log("end")


asyncio.run(main())

# trace 3.13
#      0  True False
#      0  end

# trace 3.14..
#      0  True False
#      0  result
#      0  end
