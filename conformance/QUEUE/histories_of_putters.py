"""In these histories of putters, free slots and cancels no putter waits beside a free slot, and nothing cancelled is put."""
# clause: QUEUE-6, QUEUE-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log

# a..e put themselves into a queue of two that is full of x, A..E are cancelled, - takes an item, + puts y if it can, . is a pass
HISTORIES = ("ab.-A.", "abc.--A.", "abc.--AB.", "abc.-A-B.", "ab.-+.-", "abc.-+A.-", "ab.-c+.-.-", "abc.A-.-", "abcd.-A.B-.",
             "a.-bA.", "abc.--+B.-", "abc.-+.-+A.-")


async def putter(name, queue):
    try:
        await queue.put(name)
    except asyncio.CancelledError:
        happened.append(name.upper())
        raise


async def play(history):
    queue = asyncio.Queue(2)
    queue.put_nowait("x")
    queue.put_nowait("x")
    tasks = {}
    for step in history:
        if step == "-":
            happened.append(queue.get_nowait())
        elif step == "+":
            if not queue.full():
                queue.put_nowait("y")
        elif step == ".":
            await asyncio.sleep(0)
            happened.append(".")
        elif step in "abcde":
            tasks[step] = asyncio.create_task(putter(step, queue))
        else:
            tasks[step.lower()].cancel()
    await asyncio.sleep(0.125)
    waiting = [name for name in tasks if not tasks[name].done()]
    left = [queue.get_nowait() for turn in range(queue.qsize())]
    log(history, "".join(happened), waiting, left)
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
#    125  ab.-A. .xA. [] ['x', 'b']
#    250  abc.--A. .xxA. [] ['b', 'c']
#    375  abc.--AB. .xxAB. [] ['c']
#    500  abc.-A-B. .xxAB. [] ['c']
#    625  ab.-+.- .x.x ['a'] ['y', 'b']
#    750  abc.-+A.- .xA.x ['c'] ['y', 'b']
#    875  ab.-c+.-.- .x.x.y ['c'] ['b', 'a']
#   1000  abc.A-.- .xA.x [] ['b', 'c']
#   1125  abcd.-A.B-. .xA.xB. [] ['c', 'd']
#   1250  a.-bA. .xA. [] ['x', 'b']
#   1375  abc.--+B.- .xxB.y [] ['a', 'c']
#   1500  abc.-+.-+A.- .x.xA.y ['b'] ['y', 'c']
