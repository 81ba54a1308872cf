"""Each child of a gather has a copy of its own."""
# clause: CTX-6
# level: documented
# ops: contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")


async def job(name):
    log(name, variable.get())
    variable.set(name)
    await asyncio.sleep(0)
    log(name, variable.get())


async def main():
    variable.set("main")
    await asyncio.gather(job("a"), job("b"))
    log(variable.get())


asyncio.run(main())

# trace 3.8..
#      0  a main
#      0  b main
#      0  a a
#      0  b b
#      0  main
