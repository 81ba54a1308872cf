"""Another selector: poll instead of epoll."""
import asyncio
import selectors

PERMITTED = True


def new_event_loop():
    return asyncio.SelectorEventLoop(selectors.PollSelector())
