"""The exception handler runs in the loop's context where it must be the callback's (3.12 and
newer), and the other way round before."""
import asyncio
import contextvars
import sys

CASE = "CTX-01"
CAUGHT_BY = ("EXC/handler_context", "EXC/handler_context_sees_changes")


class new_event_loop(asyncio.SelectorEventLoop):
    def set_exception_handler(self, handler):
        outside = contextvars.copy_context()

        def elsewhere(loop, told):
            context = outside if sys.version_info >= (3, 12) else told["handle"]._context
            context.run(handler, loop, told)
        super().set_exception_handler(elsewhere)
