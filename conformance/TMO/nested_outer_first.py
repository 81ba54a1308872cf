"""Of nested blocks the outer one with the earlier deadline expires alone."""
# clause: TMO-5
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        async with asyncio.timeout(0.25) as outer:
            try:
                async with asyncio.timeout(0.5) as inner:
                    await asyncio.sleep(5)
            except asyncio.CancelledError:
                log("inner:", "CancelledError")
                raise
    except TimeoutError:
        log("outer:", "TimeoutError")
    log(inner.expired(), outer.expired())


asyncio.run(main())

# trace 3.11..
#    250  inner: CancelledError
#    250  outer: TimeoutError
#    250  False True
