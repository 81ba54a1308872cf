"""Three calls of another thread during a callback cost one poll together, and one during a poll costs none."""
# clause: READY-20, THR-1
# level: detail
# ops: threads, polls
# Counted from the calls on, since a thread that pauses may do that by a poll of its own.
import asyncio
from scenario import in_thread, log, pause, polls, start_thread

loop = asyncio.new_event_loop()
before = []


def called(number):
    log("call", number, "after", polls() - before[-1], "polls")


def call(count):
    before.append(polls())
    for number in range(count):
        loop.call_soon_threadsafe(called, number + 1)


def callback():
    log("during a callback")
    in_thread(call, 3)


def caller():
    pause(0.5)
    log("during a poll")
    call(1)


def timer():
    log("timer after", polls() - before[-1], "polls")


loop.call_later(0.25, callback)
thread = start_thread(caller)
loop.call_later(0.375, timer)
loop.call_later(0.75, timer)
loop.call_later(0.875, loop.stop)
loop.run_forever()
thread.join()
loop.close()

# trace 3.8..
#    250  during a callback
#    250  call 1 after 1 polls
#    250  call 2 after 1 polls
#    250  call 3 after 1 polls
#    375  timer after 2 polls
#    500  during a poll
#    500  call 1 after 1 polls
#    750  timer after 2 polls
