"""A driver for the pipe protocol, right or wrong in one way: driver.py [FAULT]."""
import heapq
import json
import sys
import time

FAULT = sys.argv[1] if len(sys.argv) > 1 else ""
loops = {}


class Loop:
    def __init__(self):
        self.ready, self.timers, self.gone = [], [], set()
        self.stopping = self.closed = False


def say(**message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def hear():
    line = sys.stdin.readline()
    if not line:
        sys.exit()
    return json.loads(line)


def call(loop, number):
    """Have one callback run.  True where an exception leaves the run."""
    if number in loop.gone:
        return False
    if FAULT == "dies":
        sys.exit()
    if FAULT == "garbage":
        print("what?", flush=True)
    if FAULT == "flood":
        print("x" * 100000, flush=True)
    if FAULT == "silent":
        time.sleep(60)
    say(callback=number)
    while True:
        message = hear()
        if message.get("return"):
            if FAULT == "twice":
                say(callback=number)
            return message["leave"]
        answer(message)


def run(loop):
    while True:
        while loop.timers and loop.timers[0][0] <= time.monotonic():
            loop.ready.append(heapq.heappop(loop.timers)[2])
        batch, loop.ready = loop.ready, []
        if FAULT == "swap":
            batch.reverse()
        while batch:
            if call(loop, batch.pop(0)):
                loop.ready = batch + loop.ready
                return
        if loop.stopping:
            loop.stopping = False
            return
        if not loop.ready:
            time.sleep(max(loop.timers[0][0] - time.monotonic(), 0) if loop.timers else 1)


def answer(message):
    operation = message.get("op")
    if operation == "new_loop":
        loops[message["loop"]] = Loop()
        return say(ok=True)
    loop = loops.get(message.get("loop"))
    if operation in ("call_soon", "call_at") and loop.closed:
        return say(error="closed")
    if operation == "time":
        return say(ok=True, value=time.monotonic())
    if operation == "call_soon":
        loop.ready.append(message["id"])
    elif operation == "call_at":
        if message["when"] is not None:
            heapq.heappush(loop.timers, (message["when"], message["id"], message["id"]))
    elif operation == "cancel":
        loop.gone.add(message["id"])
    elif operation == "stop":
        loop.stopping = True
    elif operation == "close":
        loop.closed = True
    elif operation == "run":
        run(loop)
    elif FAULT != "yes":
        return say(error="unsupported")
    say(ok=True)


while True:
    request = hear()
    if "hello" in request:
        say(hello=1, name="driver", version="1")
    elif "bye" in request:
        sys.exit()
    else:
        answer(request)
