"""Nested blocks with one deadline both expire, and the outer one raises."""
# clause: TMO-5
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    when = asyncio.get_running_loop().time() + 0.25
    try:
        async with asyncio.timeout_at(when) as outer:
            try:
                async with asyncio.timeout_at(when) as inner:
                    await asyncio.sleep(5)
            except (TimeoutError, asyncio.CancelledError) as error:
                log("inner:", type(error).__name__)
                raise
    except TimeoutError:
        log("outer:", "TimeoutError")
    log(inner.expired(), outer.expired(), asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11..
#    250  inner: CancelledError
#    250  outer: TimeoutError
#    250  True True 0
