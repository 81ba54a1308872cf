from scenario import log
s = "Hello, World"
log(len(s), s[0], s[-1], s[1:4], s[::-1], s[::2], s[20:], s[-5:], s[:-7])
log(s.upper(), s.lower(), s.split(","), s.split(), "a,b,,c".split(","), "a b c".split(" ", 1))
log(s.find("World"), s.find("x"), s.rfind("o"), s.index("o"), s.count("l"), s.replace("l", "L", 2))
log(s.startswith("Hell"), s.endswith(("x", "World")), "ell" in s, "xyz" not in s)
log("  x ".strip() + "|", "xxaxx".strip("x"), "..a".lstrip("."), "a..".rstrip("."), "-".join(["a", "b"]))
log("abc".isdigit(), "123".isdigit(), "abc".isalpha(), "ab".ljust(5) + "|", "ab".rjust(5), "ab".center(6) + "|", "-7".zfill(4))
log("a" * 3, 2 * "bc", "a" + "b", "a" < "b", "abc" < "abd", "Z" < "a", "" < "a")
log(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\tnew\nline\\"), repr("\x00\x7f"))
log("ключ", len("ключ"), "ключ"[1], "ключ"[::-1], "日本"[0], repr("é"))
log("a=b=c".partition("="), "abc".partition("x"), "one\ntwo\n".splitlines(), "x".encode(), b"y".decode())
for c in "héy":
    log(c, ord(c), chr(ord(c)))
log(str(1), str(None), str(True), str([1, "a", None]), str(("a",)), str({}), str())
log("multi"
    "part", """triple
quoted""")
for bad in (lambda: "abc"[5], lambda: "abc"["a"], lambda: "a".join([1]), lambda: "abc".index("z"),
            lambda: "a" < 1, lambda: 1 in "a", lambda: "a".nothing, lambda: "a".split("")):
    try:
        bad()
    except Exception as error:
        log(type(error).__name__)
