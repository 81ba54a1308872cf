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
        loop.call_soon(queued)
    if rounds < 100:
        loop.call_later(-1, again)
    else:
        loop.stop()

def queued():
    log("queued, within a round:", rounds <= 11, group="served")

def readable():
    log("readable", right.recv(1), "within a round:", rounds <= 11, group="served")

loop.add_reader(right, readable)
loop.call_later(-1, again)
loop.run_forever()
log("stopped in round", rounds)
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0 ~served  queued, within a round: True
#      0 ~served  readable b'x' within a round: True
#      0  stopped in round 100
