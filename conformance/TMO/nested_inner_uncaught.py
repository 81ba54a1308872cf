"""The TimeoutError of an inner block leaves the outer one as it is."""
# clause: TMO-5
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        async with asyncio.timeout(0.5) as outer:
            async with asyncio.timeout(0.25) as inner:
                await asyncio.sleep(5)
    except TimeoutError:
        log("TimeoutError")
    log(inner.expired(), outer.expired())


asyncio.run(main())

# trace 3.11..
#    250  TimeoutError
#    250  True False
