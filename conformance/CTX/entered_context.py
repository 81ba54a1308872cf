"""A context that is being run cannot be entered again."""
# clause: CTX-3
# level: defacto
# ops: contexts
import contextvars
from scenario import log

context = contextvars.copy_context()
try:
    context.run(context.run, log, "never called")
except RuntimeError as error:
    log(type(error).__name__)

# trace 3.8..
#      0  RuntimeError
