"""What becomes of waiters in these histories of notifications, cancels and a lock that is held meanwhile."""
# clause: COND-5, COND-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log

# a..d wait, A..D are cancelled, ! is a notify, * a notify_all, ( takes the lock and ) gives it back, . is a pass
HISTORIES = ("ab.(!).A", "ab.(!)A.", "ab.(!A).", "ab.(!.A.).", "abc.(!!)A.", "abc.(!!)B.", "abc.(*)B.", "abc.(!)AB.",
             "ab.(A!).", "ab.(A.!).", "ab.A.(!).", "abc.(!.AB.).", "ab.(!.A.A.).", "abc.(!)A.(!).", "ab.(!)AB.")


async def job(name, condition):
    try:
        async with condition:
            try:
                await condition.wait()
                happened.append(name)
            finally:
                happened.append("+" if condition.locked() else "-")
    except asyncio.CancelledError:
        happened.append(name.upper())
        raise


async def play(history):
    condition = asyncio.Condition()
    tasks = {}
    for step in history:
        if step == "!":
            condition.notify()
        elif step == "*":
            condition.notify_all()
        elif step == "(":
            await condition.acquire()
        elif step == ")":
            condition.release()
        elif step == ".":
            await asyncio.sleep(0)
            happened.append(".")
        elif step in "abcd":
            tasks[step] = asyncio.create_task(job(step, condition))
        else:
            tasks[step.lower()].cancel()
    await asyncio.sleep(0.125)
    waiting = [name for name in tasks if not tasks[name].done()]
    log(history, "".join(happened), waiting, condition.locked())
    for task in tasks.values():
        task.cancel()
    await asyncio.wait(list(tasks.values()))
    happened.clear()


async def main():
    for history in HISTORIES:
        await play(history)


happened = []
asyncio.run(main())

# trace 3.8..3.12
#    125  ab.(!).A .a+. ['b'] False
#    250  ab.(!)A. .+A. ['b'] False
#    375  ab.(!A). .+A. ['b'] False
#    500  ab.(!.A.). ...+A. ['b'] False
#    625  abc.(!!)A. .+Ab+. ['c'] False
#    750  abc.(!!)B. .a++B. ['c'] False
#    875  abc.(*)B. .a++Bc+. [] False
#   1000  abc.(!)AB. .+A+B. ['c'] False
#   1125  ab.(A!). .+Ab+. [] False
#   1250  ab.(A.!). ..+A.b+ [] False
#   1375  ab.A.(!). .+A.b+. [] False
#   1500  abc.(!.AB.). ...+A.+B ['c'] False
#   1625  ab.(!.A.A.). ....+A. ['b'] False
#   1750  abc.(!)A.(!). .+A.b+. ['c'] False
#   1875  ab.(!)AB. .+A+B. [] False

# trace 3.13..
#    125  ab.(!).A .a+. ['b'] False
#    250  ab.(!)A. .+A.b+ [] False
#    375  ab.(!A). .+A.b+ [] False
#    500  ab.(!.A.). ...+A.b+ [] False
#    625  abc.(!!)A. .+Ab+.c+ [] False
#    750  abc.(!!)B. .a++B.c+ [] False
#    875  abc.(*)B. .a++Bc+. [] False
#   1000  abc.(!)AB. .+A+B.c+ [] False
#   1125  ab.(A!). .+Ab+. [] False
#   1250  ab.(A.!). ..+A.b+ [] False
#   1375  ab.A.(!). .+A.b+. [] False
#   1500  abc.(!.AB.). ...+A.+Bc+ [] False
#   1625  ab.(!.A.A.). ....+A.b+ [] False
#   1750  abc.(!)A.(!). .+A.b+c+. [] False
#   1875  ab.(!)AB. .+A+B. [] False
