# needs: 3.11
import asyncio
from scenario import log, collect, capture_warnings

async def on_future():
    await asyncio.get_running_loop().create_future()

async def on_inner():
    await on_future()

async def on_task():
    await asyncio.create_task(on_future())

async def with_finally():
    try:
        await on_future()
    finally:
        log("finally")

async def swallow():
    while True:
        try:
            await on_future()
        except asyncio.CancelledError:
            log("never")

class Noisy:
    def __del__(self):
        log("del")

async def with_del():
    noisy = Noisy()
    await on_future()

async def with_callback():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda f: future)
    await future

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, context: log(context["message"], "task" if "task" in context else sorted(context)))
    for f in (on_future, on_inner, on_task, with_finally, with_del, with_callback):
        log(f.__name__)
        task = asyncio.create_task(f(), name=f.__name__)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        del task
        log("collect")
        collect()
        log(len(asyncio.all_tasks()))
    f = loop.create_future()
    f.set_exception(ValueError("x"))
    box = [f]
    box.append(box)
    del f
    del box
    collect()
    log("end")

asyncio.run(main())
