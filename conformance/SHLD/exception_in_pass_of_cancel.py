"""An exception of the inner future in the pass in which the outer one is cancelled counts as retrieved up to 3.13, and is reported from 3.14."""
# clause: SHLD-4
# level: defacto
# ops: futures, handler, tasks
import asyncio
from scenario import collect, log


def handler(loop, context):
    log(context["message"])


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    inner = loop.create_future()
    outer = asyncio.shield(inner)
    inner.set_exception(ValueError())
    outer.cancel()
    await asyncio.sleep(0.125)
    log(outer.cancelled())
    del inner, outer
    collect()
    log("end")


asyncio.run(main())

# trace 3.8..3.13
#    125  True
#    125  end

# trace 3.14..
#    125  True
#    125  Future exception was never retrieved
#    125  end
