"""The CancelledError of a cancelled concurrent future is another class than asyncio's."""
# clause: FUT-24
# level: documented
# ops: tasks, threads
import asyncio
from scenario import log


async def main():
    concurrent = asyncio.run_coroutine_threadsafe(asyncio.sleep(1), asyncio.get_running_loop())
    concurrent.cancel()
    try:
        concurrent.result()
    except Exception as error:
        log(type(error).__name__, isinstance(error, asyncio.CancelledError))
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#      0  CancelledError False
