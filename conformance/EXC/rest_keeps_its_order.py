"""Descriptors and timers of a batch that was left run in the next run, in the same order."""
# clause: EXC-4
# level: defacto
# ops: readers
# divergence: SCHED-11
import asyncio
from scenario import log, pause, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()


def leave():
    raise KeyboardInterrupt


def reader():
    log("readable", right.recv(1))
    loop.remove_reader(right)


loop.call_soon(leave)
loop.call_soon(log, "queued")
loop.add_reader(right, reader)
left.send(b"x")
loop.call_later(0.125, log, "timer")
pause(0.25)
try:
    loop.run_forever()
except KeyboardInterrupt:
    log("left")
loop.call_soon(log, "queued between the runs")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    250  left
#    250  queued
#    250  readable b'x'
#    250  timer
#    250  queued between the runs
