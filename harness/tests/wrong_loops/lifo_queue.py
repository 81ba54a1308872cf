"""The queue is a stack: what was queued last runs first."""
import asyncio
import collections

CASE = ""
CAUGHT_BY = ("READY/fifo", "READY/fifo_many", "READY/fifo_nested", "THR/order_of_one_thread")


class Stack(collections.deque):
    def popleft(self):
        return self.pop()


class new_event_loop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self._ready = Stack(self._ready)
