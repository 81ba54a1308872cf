"""What becomes of parties in these histories of arrivals, cancels, resets and aborts of a barrier of two."""
# clause: BAR-8, BAR-4
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log

# a..e arrive, A..E are cancelled, r is a reset, x an abort, . a pass
HISTORIES = ("ab.", "abc.", "abcd.", "aA.b.", "a.Ab.", "a.bA.", "a.b.A", "ab.c.d.", "a.r.b.", "a.rb.c.", "a.xb.rc.", "a.bx.",
             "a.br.", "abc.C.", "a.bcC.d.", "abcde.", "a.rA.", "a.xA.", "abc.r.", "abc.x.")


async def job(name, barrier):
    try:
        happened.append(name + str(await barrier.wait()))
    except asyncio.BrokenBarrierError:
        happened.append(name + "!")
    except asyncio.CancelledError:
        happened.append(name.upper())
        raise


async def play(history):
    barrier = asyncio.Barrier(2)
    tasks = {}
    for step in history:
        if step == "r":
            await barrier.reset()
        elif step == "x":
            await barrier.abort()
        elif step == ".":
            await asyncio.sleep(0)
            happened.append(".")
        elif step in "abcde":
            tasks[step] = asyncio.create_task(job(step, barrier))
        else:
            tasks[step.lower()].cancel()
    await asyncio.sleep(0.125)
    waiting = [name for name in tasks if not tasks[name].done()]
    log(history, " ".join(happened), waiting, barrier.n_waiting, barrier.broken)
    for task in tasks.values():
        task.cancel()
    await asyncio.wait(list(tasks.values()))
    happened.clear()


async def main():
    for history in HISTORIES:
        await play(history)


happened = []
asyncio.run(main())

# trace 3.11..
#    125  ab. b1 . a0 [] 0 False
#    250  abc. b1 . a0 ['c'] 1 False
#    375  abcd. b1 . a0 d1 c0 [] 0 False
#    500  aA.b. . . ['b'] 1 False
#    625  a.Ab. . A . ['b'] 1 False
#    750  a.bA. . b1 A . [] 0 False
#    875  a.b.A . b1 . A [] 0 False
#   1000  ab.c.d. b1 . a0 . d1 . c0 [] 0 False
#   1125  a.r.b. . a! . . ['b'] 1 False
#   1250  a.rb.c. . a! . c1 . b0 [] 0 False
#   1375  a.xb.rc. . a! b! . . ['c'] 1 False
#   1500  a.bx. . b! a! . [] 0 True
#   1625  a.br. . a! . ['b'] 1 False
#   1750  abc.C. b1 . a0 C . [] 0 False
#   1875  a.bcC.d. . b1 . a0 . ['d'] 1 False
#   2000  abcde. b1 . a0 d1 c0 ['e'] 1 False
#   2125  a.rA. . A . [] 0 False
#   2250  a.xA. . A . [] 0 True
#   2375  abc.r. b1 . a! . ['c'] 1 False
#   2500  abc.x. b1 . a! c! . [] 0 True
