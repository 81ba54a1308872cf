"""Of nested blocks the inner one with the earlier deadline expires, and the outer one goes on."""
# clause: TMO-5
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        async with asyncio.timeout(0.5) as outer:
            try:
                async with asyncio.timeout(0.25) as inner:
                    await asyncio.sleep(5)
            except TimeoutError:
                log("inner:", "TimeoutError")
            await asyncio.sleep(5)
    except TimeoutError:
        log("outer:", "TimeoutError")
    log(inner.expired(), outer.expired())


asyncio.run(main())

# trace 3.11..
#    250  inner: TimeoutError
#    500  outer: TimeoutError
#    500  True True
