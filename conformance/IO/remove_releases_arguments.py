"""A reader that is removed lets go of its arguments at once."""
# clause: IO-7
# level: defacto
# ops: readers
import asyncio
from scenario import collect, log, socketpair

class Thing:
    def __del__(self):
        log("released")

loop = asyncio.new_event_loop()
left, right = socketpair()
loop.add_reader(right, log, Thing())
log("added")
loop.remove_reader(right)
collect()
log("removed")
loop.close()

# trace 3.8..
#      0  added
#      0  released
#      0  removed
