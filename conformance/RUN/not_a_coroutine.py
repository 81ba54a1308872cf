"""What cannot be awaited is refused with ValueError up to 3.13 and with TypeError from 3.14."""
# clause: RUN-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    log("never")


for what in (None, 5, main, [], lambda: None):
    try:
        asyncio.run(what)
    except (TypeError, ValueError) as error:
        log(type(error).__name__)

# trace 3.8..3.13
#      0  ValueError
#      0  ValueError
#      0  ValueError
#      0  ValueError
#      0  ValueError

# trace 3.14..
#      0  TypeError
#      0  TypeError
#      0  TypeError
#      0  TypeError
#      0  TypeError
