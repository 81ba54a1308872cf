"""A handler may do what any callback may: schedule, start tasks, complete futures, stop the loop."""
# clause: SIG-2
# level: documented
# ops: futures, signals, tasks
import asyncio
from scenario import log, raise_signal, SIGUSR1

loop = asyncio.new_event_loop()


async def work(future):
    log("task", await future)
    await asyncio.sleep(0.25)
    log("slept")
    loop.stop()


def handler():
    future = loop.create_future()
    loop.create_task(work(future))
    loop.call_later(0.125, log, "timer")
    future.set_result(asyncio.get_running_loop() is loop)


loop.add_signal_handler(SIGUSR1, handler)
loop.call_soon(raise_signal, SIGUSR1)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  task True
#    125  timer
#    250  slept
