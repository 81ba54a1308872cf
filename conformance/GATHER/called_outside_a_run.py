"""Futures can be gathered before their loop runs, and the outer future be run until it is complete."""
# clause: GATHER-1
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
a = loop.create_future()
b = loop.create_future()
outer = asyncio.gather(a, b)
loop.call_later(0.25, a.set_result, "a")
loop.call_later(0.125, b.set_result, "b")
log(loop.run_until_complete(outer))
loop.close()

# trace 3.8..
#    250  ['a', 'b']
