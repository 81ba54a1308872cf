"""cancel() of a waiting task is noted, and what it waits for is left alone."""
import wrong_loops.parts as parts

CASE = "TASK-15"
CAUGHT_BY = ("TASK/cancel_while_waiting", "FUT/cancelled_awaiter_cancels_all")


class Task(parts.Task):
    def cancel(self, *args, **options):
        waiter, self._fut_waiter = self._fut_waiter, None
        try:
            return super().cancel(*args, **options)
        finally:
            self._fut_waiter = waiter


new_event_loop = parts.loop_with_tasks(Task)
