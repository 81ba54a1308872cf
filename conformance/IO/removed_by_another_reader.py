"""Of two readers that remove each other only the one that is called first is called."""
# clause: IO-7
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
a, b = socketpair()
calls = []

def readable(end, other):
    calls.append(end.recv(1))
    loop.remove_reader(other)

a.send(b"x")
b.send(b"x")
loop.add_reader(a, readable, a, b)
loop.add_reader(b, readable, b, a)
loop.call_later(0.125, loop.stop)
loop.run_forever()
log("calls:", len(calls))
loop.remove_reader(a)
loop.remove_reader(b)
loop.close()

# trace 3.8..
#    125  calls: 1
