"""Adding a reader again replaces the callback: only the new one is called."""
# clause: IO-2
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable(name):
    log(name, right.recv(1))

loop.add_reader(right, readable, "old")
loop.add_reader(right, readable, "new")
left.send(b"x")
loop.call_later(0.125, loop.stop)
loop.run_forever()
log("removed:", loop.remove_reader(right), "removed again:", loop.remove_reader(right))
loop.close()

# trace 3.8..
#      0  new b'x'
#    125  removed: True removed again: False
