"""A context given to Runner.run is the one that main runs in."""
# clause: RUN-13
# level: documented
# needs: 3.11
# ops: contexts, tasks
import asyncio
from contextvars import ContextVar, copy_context
from scenario import log

name = ContextVar("name", default="default")


async def main():
    before = name.get()
    name.set("main")
    return before


context = copy_context()
context.run(name.set, "given")
with asyncio.Runner() as runner:
    log(runner.run(main(), context=context))
    log(context[name])
    log(runner.run(main()), name.get())

# trace 3.11..
#      0  given
#      0  main
#      0  default default
