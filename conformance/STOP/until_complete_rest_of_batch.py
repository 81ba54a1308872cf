"""The rest of the batch in which the future is done still runs, and what it queues runs as well."""
# clause: STOP-8
# level: defacto
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


def rest():
    log("rest of the batch")
    loop.call_soon(log, "queued by it")


loop.call_soon(future.set_result, None)
loop.call_soon(rest)
loop.run_until_complete(future)
log("returned")
loop.close()

# trace 3.8..
#      0  rest of the batch
#      0  queued by it
#      0  returned
