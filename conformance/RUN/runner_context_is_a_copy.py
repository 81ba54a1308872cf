"""A Runner copies the context when it is first used, not when it is made or run again."""
# clause: RUN-18
# level: defacto
# needs: 3.11
# ops: contexts, tasks
import asyncio
from contextvars import ContextVar
from scenario import log

name = ContextVar("name", default="default")


async def main():
    return name.get()


runner = asyncio.Runner()
name.set("before the first use")
log(runner.run(main()))
name.set("afterwards")
log(runner.run(main()))
runner.close()

# trace 3.11..
#      0  before the first use
#      0  before the first use
