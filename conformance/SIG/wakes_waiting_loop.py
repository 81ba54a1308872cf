"""A signal ends the poll of a loop that has nothing to do before later."""
# clause: SIG-1
# level: defacto
# ops: signals, threads
import asyncio
from scenario import log, pause, raise_signal, start_thread, SIGUSR1

loop = asyncio.new_event_loop()


def raiser():
    pause(0.125)
    raise_signal(SIGUSR1)


def handler():
    log("handler")
    loop.stop()


loop.add_signal_handler(SIGUSR1, handler)
loop.call_later(1, loop.stop)
thread = start_thread(raiser)
loop.run_forever()
log("over")
thread.join()
loop.close()

# trace 3.8..
#    125  handler
#    125  over
