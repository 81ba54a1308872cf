"""close() shuts the default executor down without waiting for the job that runs in it."""
# clause: STOP-17
# level: documented
# ops: executor
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()
finished = []


def job():
    pause(0.25)
    finished.append(True)


loop.run_in_executor(None, job)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()
log("closed, job finished:", bool(finished))
pause(0.5)
log("later, job finished:", bool(finished))

# trace 3.8..
#    125  closed, job finished: False
#    625  later, job finished: True
