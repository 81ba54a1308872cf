"""An exception in the exception handler leaves the run."""
import asyncio

CASE = ""
CAUGHT_BY = ("EXC/handler_raises", "EXC/handler_raises_told_context")


class new_event_loop(asyncio.SelectorEventLoop):
    def call_exception_handler(self, context):
        handler = self.get_exception_handler()
        if handler is None:
            super().call_exception_handler(context)
        else:
            handler(self, context)
