"""The text of the refusal was corrected late in 3.13."""
# clause: BAR-9
# level: detail
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        log(error)      # the text is the clause


asyncio.run(main())

# trace 3.11..3.13.0
#      0  parties must be > 0

# trace 3.13.18..
#      0  parties must be >= 1
