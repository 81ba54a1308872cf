"""In these histories of getters, items and cancels no item is lost, and no getter waits beside an item."""
# clause: QUEUE-6, QUEUE-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log

# a..e get, A..E are cancelled, + puts an item, - takes one without waiting, . is a pass
HISTORIES = ("ab.+A", "abc.++A", "abc.++AB", "abc.+A+B+", "ab.+-.+", "abc.+-.++", "abc.+-A.+", "ab.+c-.+.+",
             "ab.A+B.+", "abc.+.A+B.+", "abcd.+A.B+.+", "a.+bA.c+", "ab.++-A.+", "abc.++-AB.+")


async def getter(name, queue):
    try:
        happened.append(name + str(await queue.get()))
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
            queue.put_nowait(items)
        elif step == "-":
            happened.append("-" + str(queue.get_nowait()))
        elif step == ".":
            await asyncio.sleep(0)
        elif step in "abcde":
            tasks[step] = asyncio.create_task(getter(step, queue))
        else:
            tasks[step.lower()].cancel()
    await asyncio.sleep(0.125)
    log(history, " ".join(happened), [name for name in tasks if not tasks[name].done()], queue.qsize())
    for task in tasks.values():
        task.cancel()
    await asyncio.wait(list(tasks.values()))
    happened.clear()


async def main():
    for history in HISTORIES:
        await play(history)


happened = []
asyncio.run(main())

# trace 3.8..
#    125  ab.+A A b1 [] 0
#    250  abc.++A A b1 c2 [] 0
#    375  abc.++AB A B c1 [] 1
#    500  abc.+A+B+ A B c1 [] 2
#    625  ab.+-.+ -1 b2 ['a'] 0
#    750  abc.+-.++ -1 b2 c3 ['a'] 0
#    875  abc.+-A.+ -1 A b2 ['c'] 0
#   1000  ab.+c-.+.+ -1 b2 a3 ['c'] 0
#   1125  ab.A+B.+ A B [] 2
#   1250  abc.+.A+B.+ a1 B c2 [] 1
#   1375  abcd.+A.B+.+ A B c1 d2 [] 1
#   1500  a.+bA.c+ A b1 c2 [] 0
#   1625  ab.++-A.+ -1 A b2 [] 1
#   1750  abc.++-AB.+ -1 A B c2 [] 1
