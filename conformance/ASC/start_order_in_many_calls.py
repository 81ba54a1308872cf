"""Whether as_completed always starts coroutines in the order in which they are given is open."""
# clause: ASC-5
# level: undefined
# ops: tasks
import asyncio
from scenario import log

kept = []       # so that no two coroutines have one address


async def child(order, name):
    order.append(name)


async def main():
    orders = []
    for _ in range(16):
        order = []
        children = []
        for name in "abcdef":
            children.append(child(order, name))
            kept.append([name])
        kept.extend(children)
        for item in asyncio.as_completed(children):
            await item
        orders.append("".join(order))
    log("every one:", all(len(order) == 6 for order in orders))
    log("always as given:", all(order == "abcdef" for order in orders))


asyncio.run(main())

# trace 3.8..
#      0  every one: True
#      0  always as given: False
