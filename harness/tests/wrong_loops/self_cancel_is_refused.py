"""A task cannot cancel itself: RuntimeError."""
import asyncio

CASE = "TASK-05"
CAUGHT_BY = ("TASK/cancel_itself_then_return", "TASK/cancel_itself_then_sleep")


class Task(asyncio.Task):
    def cancel(self, *args, **keywords):
        if asyncio.current_task(self.get_loop()) is self:
            raise RuntimeError("a task cannot cancel itself")
        return super().cancel(*args, **keywords)


class new_event_loop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.set_task_factory(
            lambda loop, coroutine, **keywords: Task(coroutine, loop=loop, **keywords))
