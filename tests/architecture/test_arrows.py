"""Imports point inwards."""

import subprocess
import sys
from pathlib import Path


def test_every_contract_of_the_imports_is_kept(root):
    linter = Path(sys.executable).parent / "lint-imports"
    told = subprocess.run(
        [linter, "--no-cache"], cwd=root, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert " 0 broken" in told.stdout
