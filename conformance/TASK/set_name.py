"""Any object can be set as a name, and is stored as its text."""
# clause: TASK-13
# level: documented
# ops: tasks
import asyncio
from scenario import log


class Name:
    def __str__(self):
        return "text of Name"


async def main():
    task = asyncio.current_task()
    for name in ("new", 42, None, Name()):
        task.set_name(name)
        log(repr(task.get_name()))


asyncio.run(main())

# trace 3.8..
#      0  'new'
#      0  '42'
#      0  'None'
#      0  'text of Name'
