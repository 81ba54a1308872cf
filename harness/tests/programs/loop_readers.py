import asyncio
from scenario import log, socketpair
loop = asyncio.new_event_loop()
left, right = socketpair()
class Wrapper:
    def __init__(self, fd):
        self.fd = fd
    def fileno(self):
        return self.fd
def readable(name):
    log(name, right.recv(10))
    log(loop.remove_reader(right), loop.remove_reader(right.fileno()))
    loop.add_writer(left, writable)
def writable():
    log("writable")
    log(loop.remove_writer(Wrapper(left.fileno())))
    loop.stop()
log(loop.add_reader(right, readable, "first"))
loop.add_reader(Wrapper(right.fileno()), readable, "second")
left.send(b"data")
loop.run_forever()
for bad in ("text", None, 1.5, object(), Wrapper("x")):
    try:
        loop.add_reader(bad, log)
    except ValueError as error:
        log(str(error).split(":")[0])
try:
    loop.add_reader(-1, log)
except ValueError as error:
    log(type(error).__name__)
loop.close()
log(loop.remove_reader(right))
try:
    loop.add_reader(right, log)
except RuntimeError as error:
    log(error)
