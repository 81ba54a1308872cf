"""run_in_executor returns a future of the loop at once, before the job is over."""
# clause: THR-6
# level: documented
# ops: executor, futures
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()
future = loop.run_in_executor(None, pause, 0.25)
log(isinstance(future, asyncio.Future), future.get_loop() is loop, future.done())
log(loop.run_until_complete(future))
loop.close()

# trace 3.8..
#      0  True True False
#    250  None
