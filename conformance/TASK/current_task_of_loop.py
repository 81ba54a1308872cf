"""The current task can be asked of a given loop, inside and outside of a step."""
# clause: TASK-32
# level: documented
# ops: tasks
import asyncio
from scenario import log

other = asyncio.new_event_loop()


async def main():
    loop = asyncio.get_running_loop()
    log(asyncio.current_task(loop) is asyncio.current_task())
    log(asyncio.current_task(other))
    log(asyncio.current_task(loop=None) is asyncio.current_task())


asyncio.run(main())
other.close()

# trace 3.8..
#      0  True
#      0  None
#      0  True
