"""create_task runs the coroutine up to its first wait before it returns."""
import asyncio

import wrong_loops.parts as parts

CASE = ""
CAUGHT_BY = ("TASK/first_step_is_queued",)


class Ahead:
    """A coroutine whose first step has been made."""

    def __init__(self, coro):
        self.coro = coro
        self.error, self.ended, self.value, self.waited = None, False, None, None
        try:
            self.waited = coro.send(None)
        except StopIteration as stop:
            self.ended, self.value = True, stop.value
        except BaseException as error:
            self.error = error

    def __await__(self):
        if self.error is not None:
            raise self.error
        if self.ended:
            return self.value
        waited = self.waited
        while True:
            try:
                sent = yield waited
            except BaseException as error:
                step, given = self.coro.throw, error
            else:
                step, given = self.coro.send, sent
            try:
                waited = step(given)
            except StopIteration as stop:
                return stop.value


async def go_on(ahead):
    return await ahead


class Task(parts.Task):
    def __init__(self, coro, **options):
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            super().__init__(coro, **options)
        else:
            super().__init__(go_on(Ahead(coro)), **options)


new_event_loop = parts.loop_with_tasks(Task)
