"""debug of a Runner sets the mode when its loop is made; None leaves the mode that the factory chose."""
# clause: RUN-17
# level: documented
# needs: 3.11
# ops: tasks, debug
import asyncio
from scenario import log


def factory():
    loop = asyncio.new_event_loop()
    loop.set_debug(True)
    return loop


for debug in (True, False, None):
    with asyncio.Runner(debug=debug, loop_factory=factory) as runner:
        log(runner.get_loop().get_debug())

# trace 3.11..
#      0  True
#      0  False
#      0  True
