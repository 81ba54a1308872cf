"""Timers, descriptors, calls from threads and done callbacks are timed like callbacks of call_soon."""
# clause: DBG-5
# level: documented
# ops: readers, threads, futures, debug
# divergence: SCHED-21
import asyncio
from scenario import capture_logging, log, pause, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
future = loop.create_future()


def on_record(level, text):
    log(level, int(float(text.split()[-2]) * 8), "eighths")


def readable():
    loop.remove_reader(right)
    log("reader")
    pause(0.125)


def done(which):
    log("done callback")
    pause(0.25)
    loop.call_soon_threadsafe(from_thread)


def from_thread():
    log("call_soon_threadsafe")
    pause(0.375)
    loop.call_later(0.125, timer)


def timer():
    log("timer")
    pause(0.5)
    loop.stop()


capture_logging(on_record)
loop.set_debug(True)
loop.add_reader(right, readable)
left.send(b"x")
future.add_done_callback(done)
loop.call_later(0.25, future.set_result, None)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  reader
#    125  WARNING 1 eighths
#    250  done callback
#    500  WARNING 2 eighths
#    500  call_soon_threadsafe
#    875  WARNING 3 eighths
#   1000  timer
#   1500  WARNING 4 eighths
