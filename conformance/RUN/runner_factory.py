"""A Runner takes its loop from loop_factory, which is called once, at the first use."""
# clause: RUN-14
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


def factory():
    log("factory")
    return loop


async def main():
    return asyncio.get_running_loop() is loop


loop = asyncio.new_event_loop()
runner = asyncio.Runner(loop_factory=factory)
log("made")
log(runner.run(main()))
log(runner.run(main()))
runner.close()
log(loop.is_closed())

# trace 3.11..
#      0  made
#      0  factory
#      0  True
#      0  True
#      0  True
