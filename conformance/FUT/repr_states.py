"""The repr of a future shows its state, and its result or exception."""
# clause: FUT-20
# level: detail
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
pending = loop.create_future()
finished = loop.create_future()
finished.set_result("text")
failed = loop.create_future()
failed.set_exception(ValueError("why"))
cancelled = loop.create_future()
cancelled.cancel()
for future in (pending, finished, failed, cancelled):
    log(repr(future))
failed.exception()
loop.close()

# trace 3.8..
#      0  <Future pending>
#      0  <Future finished result='text'>
#      0  <Future finished exception=ValueError('why')>
#      0  <Future cancelled>
