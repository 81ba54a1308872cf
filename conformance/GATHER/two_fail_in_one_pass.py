"""Of two children that fail in one pass the one that steps first wins, and the other's exception is never reported."""
# clause: GATHER-6
# level: defacto
# ops: handler, tasks
import asyncio
from scenario import collect, log


async def fail(error):
    raise error


def handler(loop, context):
    log("reported", context["message"])


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    try:
        await asyncio.gather(fail(ValueError()), fail(KeyError()))
    except (ValueError, KeyError) as error:
        log(type(error).__name__)
    collect()
    await asyncio.sleep(0)


asyncio.run(main())
collect()
log("end")

# trace 3.8..
#      0  ValueError
#      0  end
