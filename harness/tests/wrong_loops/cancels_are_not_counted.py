"""cancelling() never says more than one."""
import wrong_loops.parts as parts

NEEDS = (3, 11)
CASE = ""
CAUGHT_BY = ("TASK/cancelling_counts", "TASK/uncancel_one_of_two", "TG/count_of_cancelled_parent")


class Task(parts.Task):
    def cancel(self, *args, **options):
        asked = super().cancel(*args, **options)
        self._num_cancels_requested = min(1, self._num_cancels_requested)
        return asked


new_event_loop = parts.loop_with_tasks(Task)
