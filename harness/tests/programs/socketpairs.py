from scenario import log, socketpair
left, right = socketpair()
log(left.send(b"hello"), right.recv(3), right.recv(10))
try:
    right.recv(1)
except BlockingIOError as error:
    log(type(error).__name__, error.errno, isinstance(error, OSError))
log(isinstance(left.fileno(), int), left.fileno() != right.fileno())
left.shutdown(1)
log(right.recv(10))
try:
    left.send(b"x")
except BrokenPipeError as error:
    log(type(error).__name__)
left.close()
left.close()
log(left.fileno())
try:
    left.recv(1)
except OSError as error:
    log(type(error).__name__, error.errno)
right.close()
