"""Any object with a fileno method stands for its descriptor."""
# clause: IO-18
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

class Wrapper:
    def __init__(self, end):
        self.end = end

    def fileno(self):
        return self.end.fileno()

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1))

left.send(b"x")
loop.add_reader(Wrapper(right), readable)
loop.call_later(0.125, loop.remove_reader, Wrapper(right))
loop.call_later(0.25, left.send, b"y")
loop.call_later(0.375, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  readable b'x'
