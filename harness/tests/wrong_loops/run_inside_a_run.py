"""asyncio.run inside a running loop runs the coroutine, on a thread of its own."""
import asyncio
import concurrent.futures

CASE = "SCHED-19"
CAUGHT_BY = ("RUN/inside_running_loop",)

new_event_loop = asyncio.SelectorEventLoop
plain_run = asyncio.run


def run(main, **keywords):
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return plain_run(main, **keywords)
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        return pool.submit(plain_run, main, **keywords).result()


asyncio.run = run
