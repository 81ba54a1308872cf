"""The message of a cancel is the argument of each CancelledError that the future raises."""
# clause: FUT-15
# level: documented
# needs: 3.9
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.cancel("why")
raised = []
for ask in (future.result, future.result, future.exception):
    try:
        ask()
    except asyncio.CancelledError as error:
        log(error.args)
        raised.append(error)
log(raised[0] is raised[1])
loop.close()

# trace 3.9..
#      0  ('why',)
#      0  ('why',)
#      0  ('why',)
#      0  False
