"""FIRST_EXCEPTION with one that has failed already does not wait for the others."""
# clause: WAIT-5
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    failed = loop.create_future()
    failed.set_exception(ValueError())
    other = loop.create_future()
    loop.call_later(0.5, other.set_result, None)
    done, pending = await asyncio.wait([failed, other], return_when=asyncio.FIRST_EXCEPTION)
    log(done == {failed}, pending == {other})


asyncio.run(main())

# trace 3.8..
#      0  True True
