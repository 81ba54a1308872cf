"""With return_exceptions a child that had failed before the call gives its exception, too."""
# clause: GATHER-7, GATHER-13
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    failed = loop.create_future()
    failed.set_exception(ValueError())
    done = loop.create_future()
    done.set_result("result")
    outer = asyncio.gather(failed, done, return_exceptions=True)
    log("done at the call:", outer.done())
    results = await outer
    log(type(results[0]).__name__, results[1])


asyncio.run(main())

# trace 3.8..3.11
#      0  done at the call: False
#      0  ValueError result

# trace 3.12..
#      0  done at the call: True
#      0  ValueError result
