"""The names that users import."""

import subprocess
import sys


def test_extract_is_the_function_whatever_was_loaded_before() -> None:
    """The stage of the same name never hides the function."""
    code = (
        "import discrepancy.extract.frame; from discrepancy import extract; print(extract.__name__, callable(extract))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["extract", "True"]


def test_importing_the_package_loads_no_stage() -> None:
    """Start-up stays cheap."""
    code = "import sys, discrepancy; print(sorted(m for m in sys.modules if m.startswith('discrepancy.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
