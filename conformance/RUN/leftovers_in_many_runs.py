"""Whether left-over tasks are always cancelled in the order of their creation is left open."""
# clause: RUN-6
# level: undefined
# ops: tasks
import asyncio
from scenario import log

kept = []       # so that no two tasks have one address


async def job(order, name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        order.append(name)
        raise


async def main(order):
    for name in "abcdef":
        kept.append(asyncio.create_task(job(order, name)))
        kept.append([name])
    await asyncio.sleep(0)


orders = []
for _ in range(16):
    order = []
    asyncio.run(main(order))
    orders.append("".join(order))
log("every one:", all(len(order) == 6 for order in orders))
log("always as created:", all(order == "abcdef" for order in orders))

# trace 3.8..
#      0  every one: True
#      0  always as created: False
