"""Nested blocks that expire in one pass, the inner one first, act alike."""
# clause: TMO-5
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log, pause


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.125, pause, 0.5)
    try:
        async with asyncio.timeout(0.375) as outer:
            try:
                async with asyncio.timeout(0.25) as inner:
                    await asyncio.sleep(5)
            except (TimeoutError, asyncio.CancelledError) as error:
                log("inner:", type(error).__name__)
                raise
    except TimeoutError:
        log("outer:", "TimeoutError")
    log(inner.expired(), outer.expired(), asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11..
#    625  inner: CancelledError
#    625  outer: TimeoutError
#    625  True True 0
