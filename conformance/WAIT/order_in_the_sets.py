"""Whether the sets of wait give their futures in the order in which the call was given them is left open."""
# clause: WAIT-12, WAIT-4
# level: undefined
# ops: futures, tasks
import asyncio
from scenario import log

kept = []       # so that no two futures have one address


async def main():
    loop = asyncio.get_running_loop()
    orders = []
    for _ in range(16):
        futures = []
        for number in range(6):
            futures.append(loop.create_future())
            kept.append([number])
        kept.extend(futures)
        for future in futures:
            future.set_result(None)
        done, pending = await asyncio.wait(futures)
        orders.append([futures.index(future) for future in done])
    log("every one:", all(len(order) == 6 for order in orders))
    log("always as given:", all(order == list(range(6)) for order in orders))


asyncio.run(main())

# trace 3.8..
#      0  every one: True
#      0  always as given: False
