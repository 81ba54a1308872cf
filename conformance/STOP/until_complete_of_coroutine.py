"""The loop stops one pass after the last step of the main coroutine."""
# clause: STOP-8
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


def tick(loop, number):
    log("tick", number)
    loop.call_soon(tick, loop, number + 1)


async def main():
    await asyncio.sleep(0)
    log("main ends")


loop = asyncio.new_event_loop()
loop.call_soon(tick, loop, 1)
loop.run_until_complete(main())
loop.close()

# trace 3.8..
#      0  tick 1
#      0  tick 2
#      0  main ends
#      0  tick 3
