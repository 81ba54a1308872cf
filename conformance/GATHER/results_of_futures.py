"""Futures that complete in one pass give their results in the order of the arguments."""
# clause: GATHER-1
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    a, b, c = [loop.create_future() for _ in range(3)]
    outer = asyncio.gather(a, b, c)
    c.set_result("c")
    b.set_result("b")
    a.set_result("a")
    log(outer.done())
    log(await outer)


asyncio.run(main())

# trace 3.8..
#      0  False
#      0  ['a', 'b', 'c']
