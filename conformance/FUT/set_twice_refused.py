"""Setting a future that is done raises InvalidStateError and keeps the first result."""
# clause: FUT-3
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.set_result("first")
for again in (lambda: future.set_result("second"), lambda: future.set_exception(ValueError())):
    try:
        again()
    except asyncio.InvalidStateError as error:
        log(type(error).__name__)
log(future.result())
loop.close()

# trace 3.8..
#      0  InvalidStateError
#      0  InvalidStateError
#      0  first
