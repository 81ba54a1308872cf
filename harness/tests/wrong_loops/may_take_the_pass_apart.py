"""The loop of passes.py with nothing replaced: what the wrong loops are made of is right."""
from wrong_loops.passes import Passes as new_event_loop  # noqa: F401

PERMITTED = True
