"""The TimeoutError of an inner call passes through the outer one."""
# clause: WFOR-12
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def inner():
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.25)
    except asyncio.TimeoutError:
        log("inner")
        raise


async def main():
    try:
        await asyncio.wait_for(inner(), 0.5)
    except asyncio.TimeoutError:
        log("outer")


asyncio.run(main())

# trace 3.8..
#    250  inner
#    250  outer
