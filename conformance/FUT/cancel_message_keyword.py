"""The message may be given by name; without one the CancelledError has no arguments."""
# clause: FUT-15
# level: documented
# needs: 3.9
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
for cancel in (lambda future: future.cancel(msg="by name"), lambda future: future.cancel(),
               lambda future: future.cancel(None), lambda future: future.cancel(msg=("a", 1))):
    future = loop.create_future()
    cancel(future)
    try:
        future.result()
    except asyncio.CancelledError as error:
        log(error.args)
loop.close()

# trace 3.9..
#      0  ('by name',)
#      0  ()
#      0  ()
#      0  (('a', 1),)
