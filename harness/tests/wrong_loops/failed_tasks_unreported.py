"""Nobody hears of a task's exception that no one retrieved."""
import wrong_loops.parts as parts

CASE = "EXC-03"
CAUGHT_BY = ("EXC/task_never_retrieved",)


class Task(parts.Task):
    def __del__(self):
        pass


new_event_loop = parts.loop_with_tasks(Task)
