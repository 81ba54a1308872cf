"""Of forty descriptors that are ready at once none is forgotten, and none is called twice."""
# clause: IO-16
# level: detail
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
ends = []
calls = []

def readable(end, number):
    end.recv(1)
    calls.append(number)

for number in range(20):
    ends.extend(socketpair())
for number in range(40):
    ends[number].send(b"x")
    loop.add_reader(ends[number], readable, ends[number], number)
loop.call_later(0.125, loop.stop)
loop.run_forever()
log(len(calls), sorted(calls) == list(range(40)))
for end in ends:
    loop.remove_reader(end)
loop.close()

# trace 3.8..
#    125  40 True
