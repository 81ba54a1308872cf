"""Another thread may run a loop meanwhile, since only a running loop of the same thread is refused."""
# clause: RUN-2
# level: documented
# ops: tasks, threads
import asyncio
from scenario import in_thread, log


async def inner():
    await asyncio.sleep(0.125)
    return "inner"


async def main():
    log(in_thread(asyncio.run, inner()))
    return "main"


log(asyncio.run(main()))

# trace 3.8..
#    125  inner
#    125  main
