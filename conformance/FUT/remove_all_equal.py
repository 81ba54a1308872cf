"""Removing a callback removes every one that is equal, and tells how many."""
# clause: FUT-7
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


class Listener:
    def hear(self, done):
        log("removed, and heard")

    def other(self, done):
        log("the other one")


listener = Listener()
future.add_done_callback(listener.hear)
future.add_done_callback(listener.other)
future.add_done_callback(listener.hear)
log(future.remove_done_callback(listener.hear))
log(future.remove_done_callback(listener.hear))
log(future.remove_done_callback(Listener().other))
future.set_result(None)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  2
#      0  0
#      0  0
#      0  the other one
