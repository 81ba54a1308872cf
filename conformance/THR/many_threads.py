"""Each call of many threads runs exactly once, while the loop starts and cancels timers."""
# clause: THR-1
# level: documented
# ops: threads
# divergence: SCHED-15
import asyncio
from scenario import log, start_thread

loop = asyncio.new_event_loop()
calls = []


def call(name, number):
    calls.append((name, number))
    loop.call_later(1, log, "never called").cancel()
    if len(calls) == 400:
        loop.stop()


def caller(name):
    for number in range(100):
        loop.call_soon_threadsafe(call, name, number)


threads = [start_thread(caller, name) for name in range(4)]
loop.run_forever()
for thread in threads:
    thread.join()
log(len(calls), len(set(calls)))
for name in range(4):
    log([number for caller, number in calls if caller == name] == list(range(100)))
loop.close()

# trace 3.8..
#      0  400 400
#      0  True
#      0  True
#      0  True
#      0  True
