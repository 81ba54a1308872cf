"""A task that is cancelled before its first step is not: the request is forgotten."""
import asyncio

CASE = "TASK-05"
CAUGHT_BY = ("TASK/cancel_before_first_step",)


class Task(asyncio.Task):
    begun = False

    def cancel(self, *args, **keywords):
        return super().cancel(*args, **keywords) if self.begun or self.done() else True


async def begin(coroutine):
    asyncio.current_task().begun = True
    return await coroutine


class new_event_loop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.set_task_factory(
            lambda loop, coroutine, **keywords: Task(begin(coroutine), loop=loop, **keywords))
