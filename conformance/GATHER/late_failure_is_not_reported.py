"""A child that fails after the outer has ended counts as retrieved."""
# clause: GATHER-6
# level: defacto
# ops: handler, tasks
import asyncio
from scenario import collect, log


async def fail(delay, error):
    await asyncio.sleep(delay)
    log("raises", type(error).__name__)
    raise error


def handler(loop, context):
    log("reported", context["message"])


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    try:
        await asyncio.gather(fail(0.125, ValueError()), fail(0.25, KeyError()))
    except ValueError:
        log("ValueError")
    await asyncio.sleep(0.5)
    collect()


asyncio.run(main())
collect()
log("end")

# trace 3.8..
#    125  raises ValueError
#    125  ValueError
#    250  raises KeyError
#    625  end
