"""The failure of an awaitable whose item nobody awaits is reported."""
# clause: ASC-10
# level: defacto
# ops: futures, handler, tasks
import asyncio
from scenario import collect, log


def handler(loop, context):
    log(context["message"])


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    a = loop.create_future()
    b = loop.create_future()
    a.set_exception(ValueError())
    b.set_exception(KeyError())
    for item in asyncio.as_completed([a, b]):
        try:
            await item
        except (ValueError, KeyError):
            log("caught")
        break
    del item, a, b
    collect()
    log("end")


asyncio.run(main())

# trace 3.8..
#      0  caught
#      0  Future exception was never retrieved
#      0  end
