"""Of more tasks than parties the first generation is let through, and the rest waits for its own."""
# clause: BAR-6
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job(name, barrier):
    await barrier.wait()
    released.append(name)


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(job(name, barrier)) for name in "abcde"]
    await asyncio.sleep(0.125)
    log(len(released), barrier.n_waiting)
    await barrier.wait()
    await asyncio.wait(tasks)
    log(len(released), barrier.n_waiting)


released = []
asyncio.run(main())

# trace 3.11..
#    125  3 2
#    125  5 0
