"""A block cannot be given another deadline when it has expired, in its body or after it."""
# clause: TMO-8
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        async with asyncio.timeout(0.125) as block:
            try:
                await asyncio.sleep(5)
            finally:
                try:
                    block.reschedule(None)
                except RuntimeError as error:
                    # The text tells this from other misuse.
                    log(error)
    except TimeoutError:
        try:
            block.reschedule(None)
        except RuntimeError as error:
            # The text tells this from other misuse.
            log(error)


asyncio.run(main())

# trace 3.11..
#    125  Cannot change state of expiring Timeout
#    125  Cannot change state of expired Timeout
