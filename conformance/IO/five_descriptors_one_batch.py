"""Five descriptors that one poll finds ready are served in one batch; in which order is left open."""
# clause: IO-4
# level: defacto
# ops: readers
# They are added in the order a b c d e, and become ready in the order d a e b c.
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
lefts, rights = {}, {}


def readable(name):
    rights[name].recv(1)
    log(name, group="ready")
    loop.call_soon(log, "queued by a reader")


def first():
    for name in "daebc":
        lefts[name].send(b"x")


for name in "abcde":
    lefts[name], rights[name] = socketpair()
    loop.add_reader(rights[name], readable, name)
loop.call_soon(first)
loop.call_later(0.125, loop.stop)
loop.run_forever()
for name in "abcde":
    loop.remove_reader(rights[name])
loop.close()

# trace 3.8..
#      0 ~ready  d
#      0 ~ready  a
#      0 ~ready  e
#      0 ~ready  b
#      0 ~ready  c
#      0  queued by a reader
#      0  queued by a reader
#      0  queued by a reader
#      0  queued by a reader
#      0  queued by a reader
