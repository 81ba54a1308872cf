"""In these histories of arrivals, releases and cancels one task at most has the lock, and nobody waits beside a free one."""
# clause: LOCK-5, LOCK-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log

# a..e arrive, A..E are cancelled, - is a release by whoever has it, . a pass
HISTORIES = ("abc.-.-", "abc.-B.-", "abc.-A.-", "abc.A-.-", "abc.B-.-", "abcd.-BC.-", "ab.-c.-.-", "ab.-Bc.-", "abc.-B.C-",
             "ab.-cB.-.-", "abcd.-B.-C.-", "ab.B-c.-", "abcde.-BD.-.-", "abc.-BC.", "ab.-B.c.-", "abc.-.-C.")


async def job(name, lock):
    try:
        await lock.acquire()
        happened.append(name)
    except asyncio.CancelledError:
        happened.append(name.upper())
        raise


async def play(history):
    lock = asyncio.Lock()
    tasks = {}
    for step in history:
        if step == "-":
            happened.append("-" if lock.locked() else "?")
            if lock.locked():
                lock.release()
        elif step == ".":
            await asyncio.sleep(0)
            happened.append(".")
        elif step in "abcde":
            tasks[step] = asyncio.create_task(job(step, lock))
        else:
            tasks[step.lower()].cancel()
    await asyncio.sleep(0.125)
    waiting = [name for name in tasks if not tasks[name].done()]
    log(history, "".join(happened), waiting, lock.locked())
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
#    125  abc.-.- a.-b.-c [] True
#    250  abc.-B.- a.-B.?c [] True
#    375  abc.-A.- a.-b.-c [] True
#    500  abc.A-.- a.-b.-c [] True
#    625  abc.B-.- a.-B.?c [] True
#    750  abcd.-BC.- a.-BC.?d [] True
#    875  ab.-c.-.- a.-b.-c.- [] False
#   1000  ab.-Bc.- a.-Bc.- [] False
#   1125  abc.-B.C- a.-B.?C [] False
#   1250  ab.-cB.-.- a.-Bc.-.? [] False
#   1375  abcd.-B.-C.- a.-B.?C.?d [] True
#   1500  ab.B-c.- a.-Bc.- [] False
#   1625  abcde.-BD.-.- a.-BD.?c.-e [] True
#   1750  abc.-BC. a.-BC. [] False
#   1875  ab.-B.c.- a.-B.c.- [] False
#   2000  abc.-.-C. a.-b.-C. [] False
