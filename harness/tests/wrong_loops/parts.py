"""What wrong tasks and wrong primitives are put in place with."""
import asyncio
import asyncio.tasks
import itertools


class Task(asyncio.tasks._PyTask):
    """asyncio's own task in Python, so that one method of it can be another."""


def loop_with_tasks(task_class):
    """A loop whose create_task makes tasks of that class."""
    class Loop(asyncio.SelectorEventLoop):
        def create_task(self, coro, **options):
            if self.get_task_factory() is not None:
                return super().create_task(coro, **options)
            context = options.get("context")
            options = {"name": options.get("name")}
            if context is not None:
                options["context"] = context
            return task_class(coro, loop=self, **options)

    return Loop


def loop_with_futures(future_class):
    """A loop whose create_future makes futures of that class."""
    class Loop(asyncio.SelectorEventLoop):
        def create_future(self):
            return future_class(loop=self)

    return Loop


def loop_with_ties(step):
    """A loop whose timers run by age where their deadlines are equal; with -1 the last made is first."""
    numbers = itertools.count(0, step)

    class Timer(asyncio.TimerHandle):
        def __init__(self, *args):
            super().__init__(*args)
            self.number = next(numbers)

        def __lt__(self, other):
            if isinstance(other, Timer):
                return (self._when, self.number) < (other._when, other.number)
            return super().__lt__(other)

    class Loop(asyncio.SelectorEventLoop):
        def call_at(self, when, callback, *args, context=None):
            made, at = asyncio.TimerHandle, asyncio.events
            at.TimerHandle = Timer          # the name that call_at looks up
            try:
                return super().call_at(when, callback, *args, context=context)
            finally:
                at.TimerHandle = made

    return Loop


def replace(name, with_what):
    """Let asyncio.NAME be something else, also for asyncio's own modules."""
    was = getattr(asyncio, name, None)
    if was is None:
        return      # older than what is replaced
    for module in (asyncio, asyncio.locks, asyncio.queues, asyncio.tasks, asyncio.base_events):
        if getattr(module, name, None) is was:
            setattr(module, name, with_what)
