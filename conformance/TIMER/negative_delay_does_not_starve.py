"""A timer that arms itself again with a negative delay keeps nobody else from running."""
# clause: TIMER-4
# level: defacto
# ops: readers
# divergence: TIMER-03
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
        loop.call_soon(log, "queued in round 10")
    if rounds < 100:
        loop.call_later(-1, again)
    else:
        loop.stop()

def readable():
    log("readable", right.recv(1), "after round", rounds)

loop.add_reader(right, readable)
loop.call_later(-1, again)
loop.run_forever()
log("stopped in round", rounds)
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  queued in round 10
#      0  readable b'x' after round 10
#      0  stopped in round 100
