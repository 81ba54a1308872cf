"""A future is pending, then done; a cancelled one is done and cancelled."""
# clause: FUT-1
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
finished = loop.create_future()
failed = loop.create_future()
cancelled = loop.create_future()


def show(name, future):
    log(name, future.done(), future.cancelled())


show("pending", finished)
finished.set_result(None)
failed.set_exception(ValueError())
cancelled.cancel()
show("finished", finished)
show("failed", failed)
show("cancelled", cancelled)
failed.exception()
loop.close()

# trace 3.8..
#      0  pending False False
#      0  finished True False
#      0  failed True False
#      0  cancelled True True
