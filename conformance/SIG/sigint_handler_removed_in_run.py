"""After main has removed its handler of SIGINT, the signal raises KeyboardInterrupt in its step."""
# clause: SIG-12, SIG-22
# level: documented
# ops: signals, tasks
import asyncio
from scenario import log, raise_signal, SIGINT


async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(SIGINT, log, "never called")
    loop.remove_signal_handler(SIGINT)
    try:
        raise_signal(SIGINT)
    except KeyboardInterrupt as error:
        log("in main:", type(error).__name__)
    await asyncio.sleep(0.125)
    return "main was not cancelled"


log(asyncio.run(main()))

# trace 3.8..
#      0  in main: KeyboardInterrupt
#    125  main was not cancelled
