import asyncio
from scenario import log
loop = asyncio.new_event_loop()
class Callback:
    def __init__(self, name):
        self.name = name
    def __call__(self, *args):
        log(self.name, args)
    def method(self, x):
        log("method", self.name, x)
    def __del__(self):
        log("del", self.name)
def queue():
    handle = loop.call_soon(Callback("queued"), 1, 2)
    cancelled = loop.call_soon(Callback("cancelled"))
    cancelled.cancel()
    log("after cancel", cancelled.cancelled(), handle.cancelled(), isinstance(handle, asyncio.Handle))
    loop.call_soon(Callback("bound").method, "x")
    loop.call_soon(lambda *a: log(a), *range(3))
    loop.call_soon(loop.stop)
queue()
loop.run_forever()
log("stopped", loop.is_running(), loop.is_closed())
loop.call_soon(Callback("dropped by close"))
loop.close()
loop.close()
log("closed", loop.is_closed())
for use in (lambda: loop.call_soon(log), lambda: loop.run_forever(), lambda: loop.call_later(1, log)):
    try:
        use()
    except RuntimeError as error:
        log(error)
