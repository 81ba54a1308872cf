"""A task that awaits a future which a reader sets resumes in the pass after the reader."""
# clause: FUT-10
# level: defacto
# ops: futures, readers, tasks
import asyncio
from scenario import log, socketpair


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    left, right = socketpair()

    def readable():
        loop.remove_reader(right)
        log("reader called")
        loop.call_soon(log, "queued by the reader")
        future.set_result(right.recv(1))

    loop.add_reader(right, readable)
    loop.call_later(0.125, left.send, b"x")
    log("resumed", await future)


asyncio.run(main())

# trace 3.8..
#    125  reader called
#    125  queued by the reader
#    125  resumed b'x'
