"""A job that ends after the loop was closed leaves its future pending, and nothing breaks."""
# clause: THR-15
# level: detail
# ops: executor
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()
ended = []


def job():
    pause(0.25)
    ended.append(True)


future = loop.run_in_executor(None, job)
loop.close()
pause(0.5)
log("job ended:", bool(ended), "future done:", future.done())

# trace 3.8..
#    500  job ended: True future done: False
