"""The timer of a cancelled sleep does not keep its result alive."""
# clause: SLEEP-5
# level: defacto
# ops: tasks
import asyncio
from scenario import collect, log


class Result:
    def __del__(self):
        log("result gone")


async def main():
    task = asyncio.create_task(asyncio.sleep(5, Result()))
    await asyncio.sleep(0.125)
    task.cancel()
    await asyncio.wait([task])
    del task
    collect()
    log("end")
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#    125  result gone
#    125  end
