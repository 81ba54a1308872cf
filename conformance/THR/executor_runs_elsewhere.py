"""run_in_executor calls the function on another thread, with the arguments given."""
# clause: THR-5
# level: documented
# ops: executor, futures
import asyncio
from scenario import log, thread_name

loop = asyncio.new_event_loop()
here = thread_name()


def job(one, two):
    return (one, two, thread_name() == here)


log(loop.run_until_complete(loop.run_in_executor(None, job, 1, "two")))
loop.close()

# trace 3.8..
#      0  (1, 'two', False)
