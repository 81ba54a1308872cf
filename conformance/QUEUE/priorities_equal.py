"""In which order a PriorityQueue gives equal items is decided by its heap: not by their arrival."""
# clause: QUEUE-14
# level: detail
# ops: tasks
import asyncio
from scenario import log


class Item:
    def __init__(self, priority, name):
        self.priority = priority
        self.name = name

    def __lt__(self, other):
        return self.priority < other.priority


async def main():
    queue = asyncio.PriorityQueue()
    for name in "abcdef":
        queue.put_nowait(Item(1, name))
    log([queue.get_nowait().name for turn in range(6)])


asyncio.run(main())

# trace 3.8..
#      0  ['a', 'c', 'f', 'e', 'b', 'd']
