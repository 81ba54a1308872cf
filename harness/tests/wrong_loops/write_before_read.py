"""Of a descriptor that is readable and writable the writer is called first."""
import asyncio
import selectors

CASE = ""
CAUGHT_BY = ("IO/read_before_write", "IO/read_before_write_writer_first")


class new_event_loop(asyncio.SelectorEventLoop):
    def _process_events(self, events):
        for mask in (selectors.EVENT_WRITE, selectors.EVENT_READ):
            super()._process_events([(key, ready & mask) for key, ready in events])
