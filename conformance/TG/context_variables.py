"""A child runs in a copy of the context of its creation, or in the one given."""
# clause: TG-21
# level: documented
# needs: 3.11
# ops: contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")


async def child(name):
    log(name, variable.get())
    variable.set(name)


async def main():
    context = contextvars.copy_context()
    variable.set("main")
    async with asyncio.TaskGroup() as group:
        group.create_task(child("copy"))
        group.create_task(child("given"), context=context)
    log(variable.get(), context[variable])


asyncio.run(main())

# trace 3.11..
#      0  copy main
#      0  given default
#      0  main given
