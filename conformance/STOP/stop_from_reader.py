"""stop() called by a reader lets the writer of the same poll and the due timer run."""
# clause: STOP-4
# level: defacto
# ops: readers
import asyncio
from scenario import log, pause, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()


def reader():
    log("readable", right.recv(1))
    loop.stop()


def writer():
    log("writable")
    loop.remove_writer(right)


loop.call_later(0.125, log, "timer")
loop.add_reader(right, reader)
loop.add_writer(right, writer)
left.send(b"x")
pause(0.25)
loop.run_forever()
log("stopped")
loop.remove_reader(right)
loop.close()

# trace 3.8..
#    250  readable b'x'
#    250  writable
#    250  timer
#    250  stopped
