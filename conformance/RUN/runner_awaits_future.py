"""From 3.14 a Runner waits for a future of its loop."""
# clause: RUN-3
# level: documented
# needs: 3.14
# ops: futures, tasks
import asyncio
from scenario import log

with asyncio.Runner() as runner:
    loop = runner.get_loop()
    future = loop.create_future()
    loop.call_later(0.125, future.set_result, "result")
    log(runner.run(future))

# trace 3.14..
#    125  result
