from scenario import log
for a, b in ((7, 2), (-7, 2), (7, -2), (-7, -2), (0, 5)):
    log(a, b, a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b))
log(2 ** 10, 2 ** -1, (-3) ** 3, 0 ** 0, 2 ** 62)
log(1 << 10, 1024 >> 3, -5 >> 1, 6 & 3, 6 | 3, 6 ^ 3, ~5)
log(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 1e3, 2.0 ** 0.5)
log(True + True, True & False, True | 2, -True, +3, -0.0)
log(1 == 1.0, True == 1, 1 < 1.5, 3 >= 3, 0.1 + 0.2 == 0.3)
log(abs(-3), abs(-2.5), round(2.5), round(3.5), round(2.675, 2), round(-1.25, 1), round(1234.5))
log(int("12"), int(" -7 "), int("ff", 16), int(3.99), int(-3.99), float("1.5"), float("-inf"))
log(bool(0), bool(""), bool([]), bool([0]), bool(0.0), bool(None), bool("a"))
log(min(3, 1, 2), max([1, 5, 2]), min("b", "a"), max([1, -3], key=abs), min([], default=9))
log(sum([1, 2, 3]), sum([0.5, 0.25]), sum([[1], [2]], []))
x = 5
x += 2
x *= 3
x -= 1
x //= 2
x %= 7
x <<= 3
x |= 1
x ^= 2
log(x)
for bad in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: "a" + 1,
            lambda: 1 + "a", lambda: [] + (), lambda: -"a", lambda: int("x"), lambda: 1 << -1):
    try:
        bad()
    except Exception as error:
        log(type(error).__name__)
