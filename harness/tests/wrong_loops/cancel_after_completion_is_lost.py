"""A task that is cancelled after what it awaits completed goes on with the result."""
import asyncio

CASE = "TASK-13"
CAUGHT_BY = ("TASK/cancel_after_completion", "TASK/cancel_in_tick_of_inner_end",
             "TASK/cancel_inner_after_its_result")


class Task(asyncio.Task):
    def cancel(self, *args, **keywords):
        awaited = self._fut_waiter
        if awaited is not None and awaited.done():
            return True
        return super().cancel(*args, **keywords)


class new_event_loop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.set_task_factory(
            lambda loop, coroutine, **keywords: Task(coroutine, loop=loop, **keywords))
