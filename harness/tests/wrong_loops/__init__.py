"""Loops that are wrong in one way each, and loops that only differ where they may.

A module here is a target: `aiospec run python:wrong_loops.NAME:new_event_loop`, with PYTHONPATH
at harness/tests.  Its docstring says what is wrong.  Besides `new_event_loop` it has either

* `CAUGHT_BY`, the scenarios that each must fail it, and `CASE`, the entry of spec/divergences.md
  that it repeats ("" for a mistake without one), or
* `PERMITTED = True`: it differs from asyncio only where the manual leaves it open, and passes
  every scenario of the levels documented and defacto.

A module that needs a newer Python than 3.8 says so: `NEEDS = (3, 11)`.  `passes.py` and `parts.py`
are what several of them are made of.  harness/tests/divergences.py runs them all.
"""
