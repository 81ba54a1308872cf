"""Handlers that the main thread added are called by the thread that runs the loop."""
# clause: SIG-17
# level: detail
# ops: signals, threads
import asyncio
from scenario import log, raise_signal, start_thread, thread_name, SIGUSR1

loop = asyncio.new_event_loop()


def run():
    names.append(thread_name())
    loop.run_forever()


def handler():
    log("in the running thread:", thread_name() == names[0])
    loop.stop()


names = []
loop.add_signal_handler(SIGUSR1, handler)
thread = start_thread(run)
raise_signal(SIGUSR1)
thread.join()
log("removed:", loop.remove_signal_handler(SIGUSR1))
loop.close()

# trace 3.8..
#      0  in the running thread: True
#      0  removed: True
