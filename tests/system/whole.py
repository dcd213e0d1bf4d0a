"""The whole database against itself: what must hold whatever happened.

Read from beside the server, in one snapshot, on either database."""

import collections
import json
import sqlite3
import subprocess

PLAIN = {
    "journal": "SELECT id, pos, org, reg, row, op, canon FROM journal",
    "clock": "SELECT * FROM clock",
    "idempotency": "SELECT key, status, body FROM idempotency",
    "counter": "SELECT prefix, year, next FROM counter",
    "checkpoint": "SELECT size, no FROM journal_checkpoint",
}
FIND = {"sqlite": "SELECT rowid AS id FROM find",
        "postgres": "SELECT id FROM find"}
# clock, the moment that stops it, the moment that it needs
CLOCKS = (("response", "responded_ms"), ("arrival", "arrived_ms"),
          ("repair", "restored_ms"))


class Tables:
    """name → rows as dictionaries, all of one snapshot."""

    def __init__(self, server, registers):
        ask = {f"reg:{r}": f'SELECT * FROM "{r}"' for r in registers}
        ask.update(PLAIN)
        kind = "postgres" if server.database else "sqlite"
        ask["find"] = FIND[kind]
        self.rows = getattr(self, kind)(server, ask)
        self.registers = {r: self.rows[f"reg:{r}"] for r in registers}
        for j in self.rows["journal"]:
            j["what"] = json.loads(j["canon"])["what"]

    def __getitem__(self, name):
        return self.rows[name]

    @staticmethod
    def sqlite(server, ask):
        path = server.folder / "data/anwei.db"
        db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        db.row_factory = sqlite3.Row
        try:
            db.execute("BEGIN")
            rows = {n: [dict(r) for r in db.execute(q)]
                    for n, q in ask.items()}
            assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            assert not db.execute("PRAGMA foreign_key_check").fetchall()
            return rows
        finally:
            db.close()

    @staticmethod
    def postgres(server, ask):
        script = ["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;"]
        for name, q in ask.items():
            script.append(f"SELECT '\"{name}\"';")
            script.append(f"SELECT to_json(t) FROM ({q}) t;")
        done = subprocess.run(["psql", "-qAtX", "-v", "ON_ERROR_STOP=1",
                               "-d", server.url], input="\n".join(script),
                              capture_output=True, text=True, check=True)
        rows, at = {}, None
        for line in done.stdout.splitlines():
            one = json.loads(line)
            if isinstance(one, str):
                at = rows[one] = []
            else:
                at.append(one)
        return rows


def row_has_an_entry_for_each_version(t):
    """The journal tells every version of a row, none twice."""
    told = collections.Counter()
    for j in t["journal"]:
        if j["op"] != "clock" and j["what"]["event"] != "sign_in":
            told[j["reg"], j["row"]] += 1
    for name, rows in t.registers.items():
        for r in rows:
            n = told.pop((name, r["id"]), 0)
            if n != r["version"]:
                yield f"{name} {r['id']}: version {r['version']}, {n} entries"
    known = set(t.registers)
    for reg, row in told:
        if reg in known:
            yield f"{reg} {row} is in the journal only"


def state_is_where_the_last_step_went(t):
    last = {}
    for j in sorted(t["journal"], key=lambda j: j["id"]):
        if j["what"]["to"] is not None:
            at = last.get(j["row"])
            if at is not None and j["what"]["from"] != at:
                yield f"{j['row']}: from {j['what']['from']}, was {at}"
            last[j["row"]] = j["what"]["to"]
    for r in t.registers["workorder"]:
        if last.get(r["id"]) != r["state"]:
            yield f"order {r['number']}: {r['state']}, {last.get(r['id'])}"


def clocks_are_those_of_the_state(t):
    clocks = collections.defaultdict(list)
    for c in t["clock"]:
        if not c["is_void"]:  # kept from before a regrade
            clocks[c["row"], c["name"]].append(c)
    for r in t.registers["workorder"]:
        for name, moment in CLOCKS:
            mine = clocks.pop((r["id"], name), [])
            # only a contract limits the arrival: here without one
            due = r["grade"] is not None and name != "arrival"
            if len(mine) != due:
                yield f"order {r['number']}: {len(mine)} clocks {name}"
            for c in mine:
                if c["stopped_ms"] != r[moment]:
                    yield f"order {r['number']}: {name} stopped " \
                          f"{c['stopped_ms']}, {moment} {r[moment]}"
                if c["start_ms"] != r["reported_ms"] or \
                        c["due_ms"] <= c["start_ms"]:
                    yield f"order {r['number']}: {name} {c}"
                if (c["stopped_ms"] is not None) and c["next_ms"] is not None:
                    yield f"order {r['number']}: {name} stopped and due"
    for row, name in clocks:
        yield f"clock {name} of {row}, which is not there"


def every_row_is_found(t):
    found = {f["id"] for f in t["find"]}
    rows = {r["id"] for rows in t.registers.values() for r in rows}
    yield from (f"row {i} cannot be found" for i in rows - found)
    yield from (f"found {i} is not there" for i in found - rows)


def positions_have_no_gap(t):
    at = sorted(j["pos"] for j in t["journal"] if j["pos"] is not None)
    if at != list(range(len(at))):
        yield "positions of the journal have gaps"
    ends = sorted(t["checkpoint"], key=lambda c: c["no"])
    if [c["no"] for c in ends] != list(range(len(ends))):
        yield "numbers of the checkpoints have gaps"
    if ends and ends[-1]["size"] > len(at):
        yield f"a checkpoint over {ends[-1]['size']} of {len(at)} rows"


def first_answers_tell_of_rows_that_are_there(t):
    version = {str(r["id"]): r["version"]
               for rows in t.registers.values() for r in rows}
    for i in t["idempotency"]:
        body = json.loads(i["body"])
        if i["status"] in (200, 201) and "version" in body and \
                version.get(body["id"], 0) < body["version"]:
            yield f"the answer to {i['key']} is ahead of its row"


def numbers_are_behind_their_counter(t):
    next_of = {(c["prefix"], c["year"]): c["next"] for c in t["counter"]}
    for rows in t.registers.values():
        for r in rows:
            head, dash, n = str(r.get("number") or "").partition("-")
            key = (head[:-4], int(head[-4:]) if head[-4:].isdigit() else 0)
            if dash and key in next_of and int(n) > next_of[key]:
                yield f"{r['number']} is ahead of its counter"


RULES = (row_has_an_entry_for_each_version, state_is_where_the_last_step_went,
         clocks_are_those_of_the_state, every_row_is_found,
         positions_have_no_gap, first_answers_tell_of_rows_that_are_there,
         numbers_are_behind_their_counter)


def whole(server, registers):
    """The tables, when every rule holds."""
    t = Tables(server, registers)
    wrong = [f"{rule.__name__}: {w}" for rule in RULES for w in rule(t)]
    assert not wrong, "\n".join(wrong[:20])
    said = server.run("verify")
    assert "are as they were written" in said, said
    return t
