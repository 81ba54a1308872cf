"""After stop() the same pass still runs its ready descriptors and then its due timers."""
# clause: STOP-4
# level: defacto
# ops: readers
import asyncio
from scenario import log, pause, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()


def stop():
    log("stop")
    loop.stop()


def reader():
    log("readable", right.recv(1))
    loop.call_soon(log, "queued by the reader")


loop.call_later(0.125, log, "timer")
loop.add_reader(right, reader)
left.send(b"x")
loop.call_soon(stop)
pause(0.25)
loop.run_forever()
log("stopped")
loop.remove_reader(right)
loop.close()

# trace 3.8..
#    250  stop
#    250  readable b'x'
#    250  timer
#    250  stopped
