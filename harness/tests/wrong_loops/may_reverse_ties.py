"""Of timers with equal deadlines the last one made runs first (TIMER-6 leaves their order open)."""
import wrong_loops.parts as parts

PERMITTED = True
new_event_loop = parts.loop_with_ties(-1)
