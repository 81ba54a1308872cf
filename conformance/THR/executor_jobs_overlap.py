"""Two jobs of the default executor run at the same time; their results come as they end."""
# clause: THR-5
# level: documented
# ops: executor, futures
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()


def job(name, seconds):
    pause(seconds)
    return name


def show(future):
    log(future.result())


slow = loop.run_in_executor(None, job, "slow", 0.5)
quick = loop.run_in_executor(None, job, "quick", 0.25)
slow.add_done_callback(show)
quick.add_done_callback(show)
loop.run_until_complete(slow)
loop.close()

# trace 3.8..
#    250  quick
#    500  slow
