"""A callback that queues itself again and again does not keep I/O from being served."""
# clause: READY-11
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
rounds = 0

def again():
    global rounds
    rounds += 1
    if rounds == 10:
        left.send(b"x")
    if rounds < 100:
        loop.call_soon(again)
    else:
        loop.stop()

def readable():
    log("readable", right.recv(1), "within a round:", rounds <= 11)

loop.add_reader(right, readable)
loop.call_soon(again)
loop.run_forever()
log("stopped in round", rounds)
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  readable b'x' within a round: True
#      0  stopped in round 100
