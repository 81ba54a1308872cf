"""What completes after the one that ended the wait, but before the caller goes on, is in the set of the done."""
# clause: WAIT-7
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    first = loop.create_future()
    second = loop.create_future()
    third = loop.create_future()
    loop.call_soon(first.set_result, None)
    first.add_done_callback(lambda done: loop.call_soon(second.set_result, None))
    second.add_done_callback(lambda done: loop.call_soon(third.set_result, None))
    done, pending = await asyncio.wait([first, second, third], return_when=asyncio.FIRST_COMPLETED)
    log(first in done, second in done, third in done)


asyncio.run(main())

# trace 3.8..
#      0  True True False
