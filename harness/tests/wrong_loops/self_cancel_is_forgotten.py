"""A task that cancels itself and returns is not cancelled."""
import wrong_loops.parts as parts

CASE = "TASK-05"
CAUGHT_BY = ("TASK/cancel_itself_then_return",)


class Task(parts.Task):
    def __init__(self, coro, **options):
        super().__init__(self.returning(coro), **options)

    async def returning(self, coro):
        result = await coro
        self._must_cancel = False
        return result


new_event_loop = parts.loop_with_tasks(Task)
