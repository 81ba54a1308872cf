"""All runs of a Runner have one loop, which closes with it."""
# clause: RUN-13
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    return asyncio.get_running_loop()


with asyncio.Runner() as runner:
    loop = runner.run(main())
    log(runner.run(main()) is loop, runner.get_loop() is loop, loop.is_closed())
log(loop.is_closed())

# trace 3.11..
#      0  True True False
#      0  True
