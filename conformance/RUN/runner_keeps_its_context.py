"""What one run of a Runner sets in its context, the next one finds there; the caller's context stays as it is."""
# clause: RUN-13
# level: documented
# needs: 3.11
# ops: contexts, tasks
import asyncio
from contextvars import ContextVar
from scenario import log

name = ContextVar("name", default="default")


async def main(value):
    before = name.get()
    name.set(value)
    return before


with asyncio.Runner() as runner:
    log(runner.run(main("first")))
    log(runner.run(main("second")))
    log(name.get())

# trace 3.11..
#      0  default
#      0  first
#      0  default
