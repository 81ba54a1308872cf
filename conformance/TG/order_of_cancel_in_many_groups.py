"""Whether the children of a group are always cancelled in the order of their creation is open."""
# clause: TG-14
# level: undefined
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log

kept = []       # so that no two tasks have one address


async def fail():
    raise ValueError


async def child(order, name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        order.append(name)
        raise


async def main():
    orders = []
    for _ in range(16):
        order = []
        try:
            async with asyncio.TaskGroup() as group:
                for name in "abcdef":
                    kept.append(group.create_task(child(order, name)))
                    kept.append([name])
                group.create_task(fail())
        except ExceptionGroup:
            orders.append("".join(order))
    log("every one:", all(len(order) == 6 for order in orders))
    log("always as created:", all(order == "abcdef" for order in orders))


asyncio.run(main())

# trace 3.11..
#      0  every one: True
#      0  always as created: False
