"""Those that complete in one pass come in the order in which they completed."""
# clause: ASC-2
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    a, b, c = [loop.create_future() for _ in range(3)]

    def complete():
        b.set_result("b")
        c.set_result("c")
        a.set_result("a")

    loop.call_soon(complete)
    for item in asyncio.as_completed([a, b, c]):
        log(await item)


asyncio.run(main())

# trace 3.8..
#      0  b
#      0  c
#      0  a
