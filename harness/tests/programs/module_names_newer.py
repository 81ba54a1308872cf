"""The names that came to asyncio later."""
# needs: 3.13
from asyncio import (to_thread, timeout, timeout_at, Timeout, TaskGroup, Runner, Barrier, BrokenBarrierError,
                     eager_task_factory, create_eager_task_factory, QueueShutDown)
from scenario import log
for name in (to_thread, timeout, timeout_at):
    log(name.__name__, callable(name))
log(callable(eager_task_factory), callable(create_eager_task_factory))
for cls in (Timeout, TaskGroup, Runner, Barrier, BrokenBarrierError, QueueShutDown):
    log(cls.__name__, isinstance(cls, type), isinstance(5, cls))
