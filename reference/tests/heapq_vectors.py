"""Print heapq_vectors.h: what CPython's heapq does with deadlines that collide.

    python3 reference/tests/heapq_vectors.py > reference/tests/heapq_vectors.h

Each vector is a list of steps: a number pushes an entry with that deadline (its
id is the count of pushes before it), POP pops one, HEAPIFY rebuilds the heap;
beside it the ids in the order in which they were popped.
"""
import heapq
import random


class Entry:
    """Compares by deadline alone, as asyncio.TimerHandle does."""

    def __init__(self, when, number):
        self.when, self.number = when, number

    def __lt__(self, other):
        return self.when < other.when


POP, HEAPIFY = -1, -2


def run(steps):
    heap, popped, pushed = [], [], 0
    for step in steps:
        if step == POP:
            popped.append(heapq.heappop(heap).number)
        elif step == HEAPIFY:
            heapq.heapify(heap)
        else:
            heapq.heappush(heap, Entry(float("nan") if step == 99 else step, pushed))
            pushed += 1
    return popped


def heapify(keys):
    """Append all, then rebuild once, as a purge does."""
    heap = [Entry(key, number) for number, key in enumerate(keys)]
    heapq.heapify(heap)
    return [heapq.heappop(heap).number for _ in keys]


def mixed(rand, count, kinds):
    steps, size = [], 0
    for _ in range(count):
        if size and rand.random() < 0.4:
            steps.append(POP)
            size -= 1
        elif rand.random() < 0.05:
            steps.append(HEAPIFY)
        else:
            steps.append(rand.randrange(kinds))
            size += 1
    return steps + [POP] * size


def show(name, numbers):
    print("static const int %s[] = {" % name)
    for start in range(0, len(numbers), 20):
        print("    %s," % ", ".join(map(str, numbers[start:start + 20])))
    print("};")


def main():
    rand = random.Random(1)
    print("/* Made by heapq_vectors.py with CPython's heapq; POP is -1, HEAPIFY -2, NaN 99. */")
    vectors = [("equal_%d" % n, [1] * n + [POP] * n) for n in (1, 2, 3, 4, 5, 6, 10, 33)]
    vectors.append(("equal_6_and_later", [2] + [1] * 6 + [POP] * 7))
    vectors += [("mixed_%d_kinds" % kinds, mixed(rand, 400, kinds)) for kinds in (1, 2, 5, 90)]
    vectors.append(("nan", [1, 99, 1, 2, 99, 0, 1, 0] + [POP] * 8))
    for name, steps in vectors:
        show(name + "_steps", steps)
        show(name + "_ids", run(steps))
    keys = [rand.randrange(4) for _ in range(101)]
    show("heapify_keys", keys)
    show("heapify_ids", heapify(keys))
    print("#define VECTORS(X) \\\n    %s" % " \\\n    ".join("X(%s)" % name for name, _ in vectors))


main()
