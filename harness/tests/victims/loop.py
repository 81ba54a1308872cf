"""Timers, descriptors and threads on one Python loop: what came when, in N forked runs.

    loop.py RUNS [EXPRESSION]       EXPRESSION makes the loop; the default is asyncio's own

Prints the log of the first run, and how many runs gave the same.  A loop without descriptors says
so in the log and goes on.
"""
import asyncio
import os
import socket
import sys
import threading
import time


def play(expression, write):
    loop = eval(expression or "__import__('asyncio').new_event_loop()")
    asyncio.set_event_loop(loop)
    origin = {}

    def begin():
        origin.update(loop=loop.time(), clock=time.monotonic(), wall=time.time())

    def log(text):
        here = [loop.time() - origin["loop"], time.monotonic() - origin["clock"],
                time.time() - origin["wall"]]
        write(" ".join("%.6f" % passed for passed in here) + " " + text + "\n")

    # timers: a chain, and one of an hour
    begin()

    def chain(left):
        log("chain %d" % left)
        if left:
            loop.call_later(0.25, chain, left - 1)

    loop.call_later(0.25, chain, 3)
    loop.call_later(3600, log, "an hour")
    loop.call_later(3600.5, loop.stop)
    loop.run_forever()

    # a descriptor and a thread wake the loop; the thread sleeps in virtual time
    begin()
    left, right = socket.socketpair()
    left.setblocking(False)

    def readable():
        log("readable %r" % left.recv(9))
        loop.remove_reader(left)

    try:
        loop.add_reader(left, readable)
        loop.call_later(0.5, right.send, b"x")
    except NotImplementedError:
        log("no descriptors")

    def thread():
        time.sleep(0.25)
        loop.call_soon_threadsafe(log, "from the thread")
        time.sleep(0.375)
        loop.call_soon_threadsafe(log, "from the thread again")

    worker = threading.Thread(target=thread)
    worker.start()
    loop.call_later(2, loop.stop)
    loop.run_forever()
    worker.join()

    # the executor, one call and three at once
    async def executor():
        await loop.run_in_executor(None, time.sleep, 1)
        log("executor")
        calls = [loop.run_in_executor(None, time.sleep, 0.125 * (i + 1)) for i in range(3)]
        await asyncio.gather(*calls)
        log("executor, three")

    loop.run_until_complete(executor())

    # locks with a time limit
    lock = threading.Lock()
    with lock:
        lock.acquire(timeout=0.5)
    threading.Event().wait(0.25)
    log("locks")
    left.close()
    right.close()
    loop.close()


def run(expression):
    """The log of one run, in a child."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            play(expression, lambda text: os.write(writing, text.encode()))
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    parts = []
    while True:
        part = os.read(reading, 65536)
        if not part:
            break
        parts.append(part)
    os.close(reading)
    status = os.waitpid(pid, 0)[1]
    return b"".join(parts).decode() + ("" if status == 0 else "status %d\n" % status)


def main():
    runs = int(sys.argv[1])
    expression = sys.argv[2] if len(sys.argv) > 2 else ""
    logs = [run(expression) for _ in range(runs)]
    sys.stdout.write(logs[0])
    alike = sum(log == logs[0] for log in logs)
    print("%d of %d runs alike" % (alike, runs))
    for log in sorted(set(logs) - {logs[0]}):
        sys.stderr.write("another run:\n" + log)


main()
