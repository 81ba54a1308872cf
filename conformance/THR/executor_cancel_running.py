"""Cancelling the future of a running job cancels the future only; the job goes on."""
# clause: THR-7
# level: defacto
# ops: executor, futures
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()
ended = []


def job():
    pause(0.5)
    ended.append(True)


def cancel(future):
    log("cancel", future.cancel())


future = loop.run_in_executor(None, job)
loop.call_later(0.25, cancel, future)
try:
    loop.run_until_complete(future)
except asyncio.CancelledError as error:
    log(type(error).__name__, "job ended:", bool(ended))
loop.call_later(0.5, loop.stop)
loop.run_forever()
log("job ended:", bool(ended))
loop.close()

# trace 3.8..
#    250  cancel True
#    250  CancelledError job ended: False
#    750  job ended: True
