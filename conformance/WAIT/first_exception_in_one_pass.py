"""With FIRST_EXCEPTION results of the pass of the failure, before and after it, are in the set of the done."""
# clause: WAIT-5, WAIT-7
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    a, b, c, d = [loop.create_future() for _ in range(4)]

    def complete():
        a.set_result("a")
        b.set_exception(ValueError())
        c.cancel()

    loop.call_soon(complete)
    done, pending = await asyncio.wait([a, b, c, d], return_when=asyncio.FIRST_EXCEPTION)
    log(len(done), pending == {d})
    b.exception()


asyncio.run(main())

# trace 3.8..
#      0  3 True
