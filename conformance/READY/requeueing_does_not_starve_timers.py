"""A callback that queues itself again and again does not keep a due timer from running."""
# clause: READY-11
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
rounds = 0

def again():
    global rounds
    rounds += 1
    if rounds == 10:
        loop.call_at(loop.time() - 1, timer)
    if rounds < 100:
        loop.call_soon(again)
    else:
        loop.stop()

def timer():
    log("timer, within a round:", rounds <= 11)

loop.call_soon(again)
loop.run_forever()
log("stopped in round", rounds)
loop.close()

# trace 3.8..
#      0  timer, within a round: True
#      0  stopped in round 100
