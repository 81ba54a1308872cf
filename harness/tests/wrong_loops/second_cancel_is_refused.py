"""cancel() of a task that is being cancelled already says False."""
import wrong_loops.parts as parts

CASE = ""
CAUGHT_BY = ("TASK/cancel_returns", "TASK/cancel_again_after_delivery")


class Task(parts.Task):
    asked = False

    def cancel(self, *args, **options):
        if self.asked:
            return False
        self.asked = True
        return super().cancel(*args, **options)


new_event_loop = parts.loop_with_tasks(Task)
