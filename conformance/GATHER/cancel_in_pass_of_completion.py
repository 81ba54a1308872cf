"""When every child is done already, cancelling the outer answers False and the results stand."""
# clause: GATHER-10
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    a = loop.create_future()
    b = loop.create_future()
    outer = asyncio.gather(a, b)
    a.set_result("a")
    b.set_result("b")
    log(outer.done(), outer.cancel())
    log(await outer)


asyncio.run(main())

# trace 3.8..
#      0  False False
#      0  ['a', 'b']
