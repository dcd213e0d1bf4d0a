#!/usr/bin/env python3
"""Is the web interface's client that of this server?  drift.py ANWEI"""

import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
WEB = ROOT / "web"
HINT = "run: cd web && npm run openapi"


def main(anwei):
    api = WEB / "src/api/openapi.json"
    types = WEB / "src/api/schema.d.ts"
    now = subprocess.run([anwei, "openapi"], check=True, text=True,
                         stdout=subprocess.PIPE).stdout
    if json.loads(now) != json.loads(api.read_text()):
        print(f"{api} is not what the server says: {HINT}")
        return 1
    kept = types.read_text()
    try:
        subprocess.run(["npm", "run", "--silent", "gen"], cwd=WEB, check=True)
        fresh = types.read_text()
    finally:
        types.write_text(kept)
    if fresh != kept:
        print(f"{types} is not made from openapi.json: {HINT}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
