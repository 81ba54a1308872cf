"""The run ends one hop after the future is done: what that hop queues waits for the next run."""
# clause: STOP-8, STOP-3
# level: defacto
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


def finish():
    log("done")
    future.set_result(None)
    loop.call_soon(next_hop)


def next_hop():
    log("one hop later")
    loop.call_soon(log, "two hops later")


loop.call_soon(finish)
loop.run_until_complete(future)
log("returned")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  done
#      0  one hop later
#      0  returned
#      0  two hops later
