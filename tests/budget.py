#!/usr/bin/env python3
"""Lengths of functions and files against the house's budget."""

import pathlib
import re
import statistics
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MEDIAN, P95, LONGEST, FILE = 20, 60, 100, 600
# malloc and friends belong to base/ only: memory has an owner there.
ALLOC = re.compile(r"\b(malloc|calloc|realloc|strdup|strndup|asprintf)\s*\(")


def functions(path):
    """(name, lines) of each function: braces at the margin hold it."""
    name = start = None
    for i, line in enumerate(path.read_text().splitlines()):
        if line == "{":
            start = i
        elif line == "}" and start is not None:
            yield name, i - start + 1
            start = None
        elif start is None and (m := re.match(r"(?:[\w *]*\W)?(\w+)\(", line)):
            name = m.group(1) if not line[0].isspace() else name


def main():
    sources = sorted((ROOT / "src").rglob("*.c"))
    sources += sorted((ROOT / "tests").rglob("*.c"))
    headers = sorted((ROOT / "src").rglob("*.h"))
    lengths, bad = [], []
    for path in sources:
        where = path.relative_to(ROOT)
        for name, n in functions(path):
            lengths.append(n)
            if n > LONGEST:
                bad.append(f"{where}: {name} has {n} lines, {LONGEST} allowed")
    for path in sources + headers:
        text = path.read_text()
        where = path.relative_to(ROOT)
        n = text.count("\n")
        if n > FILE:
            bad.append(f"{where} has {n} lines, {FILE} allowed")
        if where.parts[:2] != ("src", "base") and where.parts[0] == "src":
            for m in ALLOC.finditer(text):
                line = text.count("\n", 0, m.start()) + 1
                bad.append(f"{where}:{line}: {m.group(1)}: take an arena")
    lengths.sort()
    median = statistics.median(lengths)
    p95 = lengths[int(len(lengths) * 0.95)]
    if median > MEDIAN:
        bad.append(f"median function {median} lines, {MEDIAN} allowed")
    if p95 > P95:
        bad.append(f"p95 function {p95} lines, {P95} allowed")
    print("\n".join(bad))
    print(f"budget: {len(sources)} files, {len(lengths)} functions, median "
          f"{median:g}, p95 {p95}, longest {lengths[-1]}; {len(bad)} over")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
