#!/usr/bin/env python3
"""Reads the includes of src/ and says where an arrow runs back."""

import pathlib
import re
import sys

SRC = pathlib.Path(__file__).resolve().parent.parent / "src"

SUBJECTS = {"org", "estate", "upkeep", "archive", "alarm", "watch", "rating"}

# folder: what it may include besides itself.  "gen" is made from .sql files.
ARROWS = {
    "base": set(),
    "conf": {"base"},
    "net": {"base"},
    "db": {"base", "gen"},
    "kind": {"base", "db", "gen"},
    "http": {"base", "conf", "db", "gen", "kind"} | SUBJECTS,
    "cli": {"base", "conf", "db", "gen", "kind", "http"} | SUBJECTS,
}
for subject in SUBJECTS:
    ARROWS[subject] = {"base", "db", "gen", "kind"} | SUBJECTS
ARROWS["alarm"] = ARROWS["alarm"] | {"net"}

# A subject's routes, NAME_api.c, stand above the subject.
API = ARROWS["http"] | {"http"}
# src/*.c: main and the list of subjects, which joins everything.
TOP = set(ARROWS) | {"gen"}

INCLUDE = re.compile(r'^\s*#\s*include\s+"(?:([\w]+)/)?', re.M)


def allowed(path):
    folder = path.parent.name if path.parent != SRC else None
    if folder is None:
        return TOP
    if folder in SUBJECTS and path.stem.endswith("_api"):
        return API
    return ARROWS[folder] | {folder}


def circle(uses):
    """A circle among the subjects, as a list, or None."""

    def walk(node, trail):
        if node in trail:
            return trail[trail.index(node):] + [node]
        for to in sorted(uses.get(node, ())):
            found = walk(to, trail + [node])
            if found:
                return found
        return None

    for start in sorted(uses):
        found = walk(start, [])
        if found:
            return found
    return None


def main():
    files = sorted(SRC.rglob("*.[ch]"))
    uses, bad = {}, 0
    for path in files:
        here = path.parent.name
        if path.parent != SRC and here not in ARROWS:
            print(f"{path}: the folder {here} is not in tests/layers.py")
            bad += 1
            continue
        may = allowed(path)
        text = path.read_text()
        for m in INCLUDE.finditer(text):
            to = m.group(1)
            line = text.count("\n", 0, m.start()) + 1
            if to is None:
                if path.parent != SRC:
                    print(f'{path}:{line}: write includes from src/: "x/y.h"')
                    bad += 1
                continue
            if to not in may:
                print(f"{path}:{line}: {here} must not include {to}/")
                bad += 1
            elif here in SUBJECTS and to in SUBJECTS and to != here:
                uses.setdefault(here, set()).add(to)
    ring = circle(uses)
    if ring:
        print("subjects in a circle: " + " -> ".join(ring))
        bad += 1
    print(f"layers: {len(files)} files, {bad} arrows that run back")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
