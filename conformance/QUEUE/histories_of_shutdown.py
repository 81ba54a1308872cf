"""What becomes of getters in these histories of items, cancels and a shutdown."""
# clause: QUEUE-9
# level: documented
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log

# a..c get, A..C are cancelled, + puts an item if it may, - takes one, / shuts the queue down, # at once, . is a pass
HISTORIES = ("ab./.", "ab.+/.", "abc.+/B.", "abc.+A/.", "+ab./.", "++a/b.", "ab.+#.", "ab.+/#.", "+/a.b.", "+#a.", "ab.+-/.",
             "abc.++/A.", "ab./+.", "+/-a.")


async def getter(name, queue):
    try:
        happened.append(name + str(await queue.get()))
    except asyncio.QueueShutDown:
        happened.append(name + "!")
    except asyncio.CancelledError:
        happened.append(name.upper())
        raise


async def play(history):
    queue = asyncio.Queue()
    tasks = {}
    items = 0
    for step in history:
        if step == "+":
            items += 1
            try:
                queue.put_nowait(items)
            except asyncio.QueueShutDown:
                happened.append("+!")
        elif step == "-":
            happened.append("-" + str(queue.get_nowait()))
        elif step == "/":
            queue.shutdown()
        elif step == "#":
            queue.shutdown(immediate=True)
        elif step == ".":
            await asyncio.sleep(0)
        elif step in "abc":
            tasks[step] = asyncio.create_task(getter(step, queue))
        else:
            tasks[step.lower()].cancel()
    await asyncio.sleep(0.125)
    log(history, " ".join(happened), [name for name in tasks if not tasks[name].done()], queue.qsize())
    happened.clear()


async def main():
    for history in HISTORIES:
        await play(history)


happened = []
asyncio.run(main())

# trace 3.13..
#    125  ab./. a! b! [] 0
#    250  ab.+/. a1 b! [] 0
#    375  abc.+/B. a1 B c! [] 0
#    500  abc.+A/. A b1 c! [] 0
#    625  +ab./. a1 b! [] 0
#    750  ++a/b. a1 b2 [] 0
#    875  ab.+#. a! b! [] 0
#   1000  ab.+/#. a! b! [] 0
#   1125  +/a.b. a1 b! [] 0
#   1250  +#a. a! [] 0
#   1375  ab.+-/. -1 a! b! [] 0
#   1500  abc.++/A. A b1 c2 [] 0
#   1625  ab./+. +! a! b! [] 0
#   1750  +/-a. -1 a! [] 0
