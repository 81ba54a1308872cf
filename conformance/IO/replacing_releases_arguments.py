"""A reader that is replaced is cancelled: it lets go of its arguments at once."""
# clause: IO-2
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
loop.add_reader(right, log, "new")
collect()
log("replaced")
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  added
#      0  released
#      0  replaced
