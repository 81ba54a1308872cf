"""A run that ends before the stopping hop leaves it queued, and it ends the next run."""
# clause: STOP-8
# level: defacto
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


def finish_and_stop():
    future.set_result("result")
    loop.stop()


loop.call_soon(finish_and_stop)
log(loop.run_until_complete(future))
loop.call_later(8, loop.stop)
loop.run_forever()
log("second run over")
loop.close()

# trace 3.8..
#      0  result
#      0  second run over
