"""What is kept of a signal until it is read is one flag: neither order nor count."""
import asyncio

CASE = "SIG-15"
CAUGHT_BY = ("SIG/order_of_arrival", "SIG/one_call_each", "SIG/many_at_once")


class new_event_loop(asyncio.SelectorEventLoop):
    def _process_self_data(self, data):
        super()._process_self_data(bytes(sorted(set(data))))
