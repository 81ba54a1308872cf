"""A newcomer that is cancelled while the generation before goes on leaves no trace."""
# clause: BAR-4, BAR-6
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    barrier = asyncio.Barrier(2)
    one = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    two = asyncio.create_task(barrier.wait())
    asyncio.get_running_loop().call_soon(two.cancel)
    three = asyncio.create_task(barrier.wait())
    await barrier.wait()
    await asyncio.sleep(0.125)
    log(one.result(), two.cancelled(), three.done(), barrier.n_waiting)
    await barrier.wait()
    log(await three)


asyncio.run(main())

# trace 3.11..
#    125  0 True False 1
#    125  0
