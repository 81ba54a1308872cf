"""A closed Runner refuses everything but close."""
# clause: RUN-13
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    log("never")


runner = asyncio.Runner()
runner.get_loop()
runner.close()
runner.close()
coroutine = main()
try:
    runner.run(coroutine)
except RuntimeError as error:
    log("run", error)       # the text is the clause
try:
    runner.get_loop()
except RuntimeError as error:
    log("get_loop", error)  # the text is the clause
try:
    with runner:
        log("never")
except RuntimeError as error:
    log("with", error)      # the text is the clause
coroutine.close()

# trace 3.11..
#      0  run Runner is closed
#      0  get_loop Runner is closed
#      0  with Runner is closed
