#!/usr/bin/env python3
"""Makes the demo company's CSV files.  The same seed gives the same bytes.

    python3 demo/make.py            writes demo/*.csv, demo/scenario-demo.json
    python3 demo/make.py --check    fails when the files in demo/ differ

Headings are the Chinese labels of the field tables in src/; a row refers to
another by its number, else by its title.  All dates stand relative to BASE;
the loader moves them so that BASE is today.  Everything is invented: city,
districts, companies, persons.  See demo/README.md.
"""
import json
import pathlib
import sys

sys.dont_write_bytecode = True

from parts import contracts, customers, estate, materials, people  # noqa: E402
from parts.base import files  # noqa: E402

HERE = pathlib.Path(__file__).parent


def main():
    customers.make_parties()
    customers.make_customers()
    customers.make_contacts()
    people.make_staff()
    people.make_certificates()
    people.make_training()
    people.make_ndas()
    estate.make_systems()
    contracts.make_contracts(estate.scopes_of_customers())
    materials.make_suppliers()
    materials.make_materials()
    materials.make_documents()
    bad = 0
    texts = [(name + ".csv", table.text(), len(table.rows))
             for name, table in files.items()]
    life = estate.scenario()
    texts.append(("scenario-demo.json",
                  json.dumps(life, ensure_ascii=False, indent=1) + "\n",
                  sum(len(g["accounts"]) for g in life["groups"])))
    for name, text, rows in texts:
        path = HERE / name
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print("%s differs: run demo/make.py" % path)
            bad = 1
        print("%-18s %5d" % (name, rows))
    return bad


if __name__ == "__main__":
    sys.exit(main())
