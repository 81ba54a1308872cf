"""Removing compares callbacks with ==, so an equal object will do."""
# clause: FUT-7
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


class Callback:
    def __init__(self, key):
        self.key = key

    def __eq__(self, other):
        return self.key == other.key

    def __call__(self, done):
        log("called", self.key)


for key in ("a", "b", "a", "c"):
    future.add_done_callback(Callback(key))
log(future.remove_done_callback(Callback("a")))
future.set_result(None)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  2
#      0  called b
#      0  called c
