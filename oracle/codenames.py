"""Where code names clauses: ids in the comments of C files, and the function each stands at."""
import os
import re
from collections import namedtuple

Place = namedtuple("Place", "file line symbol")     # symbol: "" where the comment is of the file

# READY-3, and what may follow: ", -4" or "to READY-6"
_NAMES = re.compile(r"\b([A-Z][A-Z0-9]*)-([1-9][0-9]*)\b((?:, -[1-9][0-9]*)*)"
                    r"(?: to ([A-Z][A-Z0-9]*)-([1-9][0-9]*)\b)?")
_COMMENT = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
_FUNCTION = re.compile(r"[A-Za-z_].*?\b(\w+)\(")
_OTHER = re.compile(r"(?:typedef )?(?:struct|enum|union) (\w+)|#define (\w+)\b.+"
                    r"|[\w *]+?\b(\w+)(?:\[.*\])? =")


def names_in(text):
    """(id, offset) of every clause that the text names."""
    for match in _NAMES.finditer(text):
        area, first, more, last_area, last = match.groups()
        numbers = [int(first)] + [int(number) for number in re.findall(r"\d+", more)]
        if last and last_area == area:
            numbers += range(int(first) + 1, int(last) + 1)
        for number in numbers:
            yield "%s-%d" % (area, number), match.start()
        if last and last_area != area:
            yield "%s-%s" % (last_area, last), match.start()


def comments(source):
    """(comment, offset) of a C source."""
    for match in _COMMENT.finditer(source):
        if match.group().startswith("/*"):
            yield match.group(), match.start()


def symbols(lines):
    """For each line the name of the declaration that it belongs to or stands above."""
    found = [""] * len(lines)
    inside, name = False, ""
    for number, line in enumerate(lines):
        if inside:
            found[number] = name
            inside = not line.startswith("}")
        elif _FUNCTION.match(line) and not line.startswith(("typedef ", "#")):
            name = _FUNCTION.match(line).group(1)
            found[number] = name
            inside = not _ends(lines, number)
        elif _OTHER.match(line):
            name = next(word for word in _OTHER.match(line).groups() if word)
            found[number] = name
            inside = line.rstrip().endswith("{")
    following = ""
    for number in range(len(lines) - 1, -1, -1):
        if found[number]:
            following = found[number]
        elif lines[number].startswith(("#include", "#ifndef")):
            following = ""
        else:
            found[number] = following
    return found


def _ends(lines, number):
    """Does the declaration that begins in this line end before any body?"""
    for line in lines[number:]:
        line = re.sub(r"\s*/\*.*", "", line).rstrip()
        if line.endswith(";"):
            return True
        if line.endswith("{") or line.startswith("{"):
            return False
    return True


def read_file(path, shown):
    """{id: [Place]} of one C file; `shown` is how its places name it."""
    with open(path, encoding="utf-8") as file:
        source = file.read()
    owners = symbols(source.split("\n"))
    found = {}
    for comment, start in comments(source):
        for name, offset in names_in(comment):
            line = source.count("\n", 0, start + offset)
            # What a comment above a function says is said of the function, wherever it says it.
            place = Place(shown, line + 1, owners[line])
            places = found.setdefault(name, [])
            if not any((other.file, other.symbol) == (place.file, place.symbol)
                       for other in places):
                places.append(place)
    return found


def read_folders(root, folders):
    """{id: [Place]} of the C files directly in these folders below `root`, in this order."""
    found = {}
    for folder in folders:
        for name in sorted(os.listdir(os.path.join(root, folder))):
            if name.endswith((".c", ".h")):
                shown = folder + "/" + name
                for clause, places in read_file(os.path.join(root, shown), shown).items():
                    found.setdefault(clause, []).extend(places)
    return found
