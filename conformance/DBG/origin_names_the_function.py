"""The origin of a coroutine is the stack that made it, from the inside out."""
# clause: DBG-10
# level: documented
# ops: tasks, debug
import asyncio
from scenario import log


async def coroutine():
    pass


def make():
    return coroutine()


async def main():
    made = make()
    for file, line, function in made.cr_origin[:2]:
        log(file.split("/")[-1], line, function)
    made.close()


asyncio.run(main(), debug=True)

# trace 3.8..
#      0  origin_names_the_function.py 14 make
#      0  origin_names_the_function.py 18 main
