"""Readers and writers run in an empty context, not in that of their registration."""
import asyncio
import contextvars

CASE = "CTX-03"
CAUGHT_BY = ("CTX/reader_captures", "CTX/writer_captures")


class new_event_loop(asyncio.SelectorEventLoop):
    def add_reader(self, fd, callback, *args):
        contextvars.Context().run(super().add_reader, fd, callback, *args)

    def add_writer(self, fd, callback, *args):
        contextvars.Context().run(super().add_writer, fd, callback, *args)
