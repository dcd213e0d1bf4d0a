"""doc/reference is what the tables say today."""

import filecmp
import pathlib
import subprocess

from server import ANWEI, ROOT


def test_the_reference_is_up_to_date(tmp_path):
    subprocess.run([ANWEI, "reference", str(tmp_path)], check=True)
    made = sorted(p.name for p in tmp_path.iterdir())
    kept = pathlib.Path(ROOT / "doc/reference")
    assert made == sorted(p.name for p in kept.iterdir())
    for name in made:
        assert filecmp.cmp(tmp_path / name, kept / name, shallow=False), \
            f"{name}: run anwei reference doc/reference"
