"""Cancelling a pending future returns True, once; a done one returns False."""
# clause: FUT-4
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
log(future.cancel(), future.cancel())
finished = loop.create_future()
finished.set_result(None)
log(finished.cancel())
failed = loop.create_future()
failed.set_exception(ValueError())
log(failed.cancel())
loop.close()

# trace 3.8..
#      0  True False
#      0  False
#      0  False
