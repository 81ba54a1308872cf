"""Cancelling the future of a job that no thread has begun keeps the job from ever running."""
# clause: THR-7
# level: defacto
# ops: executor, futures
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()
released = []
ran = []


def occupy():
    while not released:
        pause(0.25)


# More jobs than any default executor has threads: some stay queued.
occupied = [loop.run_in_executor(None, occupy) for _ in range(40)]
queued = loop.run_in_executor(None, ran.append, True)
log("cancel", queued.cancel())
loop.call_later(0.125, released.append, True)
for future in occupied:
    loop.run_until_complete(future)
# Jobs are begun in order, so the cancelled one has had its turn before this one.
loop.run_until_complete(loop.run_in_executor(None, occupy))
log("job ran:", bool(ran))
loop.close()

# trace 3.8..
#      0  cancel True
#    250  job ran: False
