"""run takes a loop_factory from 3.12."""
# clause: RUN-14
# level: documented
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


def factory():
    made.append(asyncio.new_event_loop())
    return made[0]


async def main():
    return asyncio.get_running_loop() is made[0]


made = []
log(asyncio.run(main(), loop_factory=factory))
log(made[0].is_closed())

# trace 3.12..
#      0  True
#      0  True
