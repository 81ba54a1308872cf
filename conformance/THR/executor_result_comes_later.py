"""A job that ended during a callback completes its future only after that callback."""
# clause: THR-6
# level: documented
# ops: executor
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()
ended = []


def job():
    pause(0.125)
    ended.append(True)
    return "result"


def finish(future):
    log("done callback", future.result())
    loop.stop()


def callback():
    future = loop.run_in_executor(None, job)
    future.add_done_callback(finish)
    pause(0.25)
    log("job ended:", bool(ended), "future done:", future.done())


loop.call_soon(callback)
loop.run_forever()
loop.close()

# trace 3.8..
#    250  job ended: True future done: False
#    250  done callback result
