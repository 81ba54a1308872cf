"""The outer is a future of the running loop, which several may await."""
# clause: GATHER-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    await asyncio.sleep(0.25)
    return "result"


async def wait_for_it(name, outer):
    log(name, await outer)


async def main():
    outer = asyncio.gather(child())
    log(asyncio.isfuture(outer), outer.get_loop() is asyncio.get_running_loop())
    first = asyncio.create_task(wait_for_it("first", outer))
    second = asyncio.create_task(wait_for_it("second", outer))
    await first
    await second
    log(outer.result())


asyncio.run(main())

# trace 3.8..
#      0  True True
#    250  first ['result']
#    250  second ['result']
#    250  ['result']
