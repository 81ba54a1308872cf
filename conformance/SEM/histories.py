"""In these histories of arrivals, releases and cancels nobody waits beside a free permit, from 3.10."""
# clause: SEM-8, SEM-6
# level: defacto
# ops: tasks
import asyncio
from scenario import log

# a..e arrive, A..E are cancelled, + is a release, . a pass
HISTORIES = ("ab.+c+", "ab.+c+B", "abc.++A", "abc.A+B+", "abc.+A+B.+", "abc.+.A+", "abcd.+B+A+",
             "ab.A+c.+", "a.+b.A+", "abc.++.BA+c", "a.+bA.c+", "abcd.++A.D+", "ab.+AB.c", "abcde.+++AC.+")


async def job(name, semaphore):
    try:
        await semaphore.acquire()
        happened.append(name)
    except asyncio.CancelledError:
        happened.append(name.upper())
        raise


async def play(history):
    semaphore = asyncio.Semaphore(0)
    tasks = {}
    for step in history:
        if step == "+":
            semaphore.release()
        elif step == ".":
            await asyncio.sleep(0)
            happened.append(".")
        elif step in "abcde":
            tasks[step] = asyncio.create_task(job(step, semaphore))
        else:
            tasks[step.lower()].cancel()
    await asyncio.sleep(0.125)
    waiting = [name for name in tasks if not tasks[name].done()]
    log(history, "".join(happened), waiting, semaphore.locked())
    happened.clear()
    for task in tasks.values():
        task.cancel()
    await asyncio.wait(list(tasks.values()))
    happened.clear()


async def main():
    for history in HISTORIES:
        await play(history)


happened = []
asyncio.run(main())

# trace 3.8
#    125  ab.+c+ .ac ['b'] True
#    250  ab.+c+B .acB [] True
#    375  abc.++A .Abc [] True
#    500  abc.A+B+ .ABc [] False
#    625  abc.+A+B.+ .AB.c [] False
#    750  abc.+.A+ .a.b ['c'] True
#    875  abcd.+B+A+ .ABcd [] False
#   1000  ab.A+c.+ .Ab.c [] True
#   1125  a.+b.A+ .a.b [] True
#   1250  abc.++.BA+c .ab.c ['c'] True
#   1375  a.+bA.c+ .Ab.c [] True
#   1500  abcd.++A.D+ .Ab.cD [] False
#   1625  ab.+AB.c .AB.c [] True
#   1750  abcde.+++AC.+ .AbC.de [] False

# trace 3.9
#    125  ab.+c+ .ac ['b'] True
#    250  ab.+c+B .acB [] True
#    375  abc.++A .Abc [] True
#    500  abc.A+B+ .ABc [] False
#    625  abc.+A+B.+ .AB.c [] False
#    750  abc.+.A+ .a.b ['c'] True
#    875  abcd.+B+A+ .ABcd [] False
#   1000  ab.A+c.+ .Ab.c [] True
#   1125  a.+b.A+ .a.b [] True
#   1250  abc.++.BA+c .ab.c ['c'] True
#   1375  a.+bA.c+ .A.b ['c'] False
#   1500  abcd.++A.D+ .Ab.cD [] False
#   1625  ab.+AB.c .AB. ['c'] False
#   1750  abcde.+++AC.+ .AbC.de [] False

# trace 3.10..
#    125  ab.+c+ .ab ['c'] True
#    250  ab.+c+B .aBc [] True
#    375  abc.++A .Abc [] True
#    500  abc.A+B+ .ABc [] False
#    625  abc.+A+B.+ .AB.c [] False
#    750  abc.+.A+ .a.b ['c'] True
#    875  abcd.+B+A+ .ABcd [] False
#   1000  ab.A+c.+ .Ab.c [] True
#   1125  a.+b.A+ .a.b [] True
#   1250  abc.++.BA+c .ab.c ['c'] True
#   1375  a.+bA.c+ .Ab.c [] True
#   1500  abcd.++A.D+ .Ab.cD [] False
#   1625  ab.+AB.c .AB.c [] True
#   1750  abcde.+++AC.+ .AbC.de [] False
