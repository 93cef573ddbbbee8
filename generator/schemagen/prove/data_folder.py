"""An engine in, an initialised data folder out: copied from the user's cache, or made by initdb."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from schemagen.prove.engine import Engine
from schemagen.prove.scratch_folder import ScratchFolder, sweep

_KEPT_ENTRIES = 6
_MANIFEST = "manifest"
# macOS had no C.UTF-8 for a long time. Plain C comes last: with it `lower('É')` stays `É`.
_LOCALES = ("C.UTF-8", "en_US.UTF-8", "C")


def from_cache(engine: Engine, data: Path) -> bool:
    """Copy an initialised data folder of this engine from the cache to `data`; whether there was one."""
    entry = _entry(engine)
    try:
        expected = (entry / _MANIFEST).read_text(encoding="utf-8") if entry is not None else ""
    except (OSError, UnicodeDecodeError):
        expected = ""
    if entry is None or not entry.exists():
        return False
    # Programs that tidy up caches take single files, and a server may well start without them.
    if not expected or not _copy(entry / "data", data) or _measure(data) != expected:
        shutil.rmtree(data, ignore_errors=True)
        drop_from_cache(engine)
        return False
    with contextlib.suppress(OSError):
        # The time of the last use decides which entries stay.
        os.utime(entry)
    return True


def into_cache(engine: Engine, data: Path) -> None:
    """Keep a copy of `data`, on which no server has run yet. What cannot be written is left out silently."""
    entry = _entry(engine)
    if entry is None or entry.exists():
        return
    with contextlib.suppress(OSError):
        sweep(entry.parent)
        folder = ScratchFolder.make(entry.parent)
        try:
            made = folder.path / "entry"
            made.mkdir(mode=0o700)
            (made / _MANIFEST).write_text(_measure(data), encoding="utf-8")
            # A rename is one step: nobody sees half a folder, and of two processes the second one fails.
            if _copy(data, made / "data"):
                made.rename(entry)
        finally:
            folder.remove()
        _drop_unused(entry.parent)


def drop_from_cache(engine: Engine) -> None:
    """Forget the entry of this engine, because no server would start on it."""
    entry = _entry(engine)
    if entry is not None:
        shutil.rmtree(entry, ignore_errors=True)


def initialise(engine: Engine, data: Path, run: Callable[[list[str]], int]) -> bool:
    """Make `data` with initdb; `run` executes a command and answers its exit code. Whether it worked."""
    for arguments in _initdb_arguments(engine.major):
        # A failed run leaves things behind, and initdb wants an empty folder.
        for left in data.iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        if run([str(engine.bin_dir / "initdb"), "-D", str(data), *arguments]) == 0:
            return True
    return False


def _initdb_arguments(major: int) -> list[list[str]]:
    """What to call initdb with, in the order to try."""
    arguments = ["--no-sync", "--no-instructions", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--wal-segsize=1"]
    if major >= 18:
        arguments.append("--no-data-checksums")
    if major >= 17:
        return [[*arguments, "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]]
    return [[*arguments, f"--locale={locale}"] for locale in _LOCALES]


def _entry(engine: Engine) -> Path | None:
    """The place in the cache for folders made by exactly these binaries with exactly these arguments."""
    home = _cache_home()
    if home is None:
        return None
    identity = [engine.version, str(engine.bin_dir), repr(_initdb_arguments(engine.major))]
    try:
        for file in (
            engine.bin_dir / "postgres",
            engine.bin_dir / "initdb",
            engine.share_dir / "postgres.bki",
            engine.share_dir / "system_views.sql",
        ):
            status = file.stat()
            identity.append(f"{status.st_size} {status.st_mtime_ns}")
    except OSError:
        return None
    digest = hashlib.sha256("\n".join(identity).encode()).hexdigest()[:24]
    return home / f"{engine.major}-{digest}"


def _cache_home() -> Path | None:
    """The folder of the cache, made if need be; None where this user has no place that only they can write."""
    told = os.environ.get("XDG_CACHE_HOME", "")
    try:
        base = Path(told) if told.startswith("/") else Path.home() / ".cache"
        home = base / "schemagen" / "postgres"
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        status = home.stat()
    except (OSError, RuntimeError):
        return None
    # What others can write, they could fill with a data folder whose functions run as us.
    safe = status.st_uid == os.geteuid() and not status.st_mode & 0o022
    return home if safe and os.access(home, os.W_OK) else None


def _drop_unused(home: Path) -> None:
    """Keep the entries used last: each is 30 MB."""
    entries = [path for path in home.iterdir() if path.is_dir() and path.name[0].isdigit()]
    entries.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for old in entries[_KEPT_ENTRIES:]:
        shutil.rmtree(old, ignore_errors=True)


def _measure(folder: Path) -> str:
    """How many files there are in a folder, and how many bytes in them."""
    files = [Path(parent) / name for parent, _, names in os.walk(folder) for name in names]
    return f"{len(files)} files, {sum(file.stat().st_size for file in files)} bytes\n"


def _copy(source: Path, target: Path) -> bool:
    """Copy a folder with its modes; cp does it in half the time of shutil."""
    command = ["cp", "-Rp", str(source), str(target)]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
