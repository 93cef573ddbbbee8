"""An installation of PostgreSQL in, a private copy of it with stand-in extensions out."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from schemagen.prove.engine import Engine
from schemagen.prove.stand_ins import STAND_INS
from schemagen.records import replace

_NOT_NEEDED = shutil.ignore_patterns("*.a", "pgxs", "pkgconfig", "doc", "man", "locale", "bitcode")


def build(engine: Engine, into: Path, *, whole: bool) -> Engine:
    """Make a tree below `into` that the same server runs from, with the engine's stand-ins installed.

    PostgreSQL finds its share and lib folders relative to the real path of its binary, so `postgres` is copied
    and the folders keep their places to each other; all else are symbolic links. With `whole`, for a user who
    cannot read the original, everything is copied, `initdb` and the libraries of a wheel too. The answer is
    the engine with its folders changed; without `whole` it has no `initdb`. Raises OSError.
    """
    prefix = Path(os.path.commonpath([engine.bin_dir, engine.share_dir, engine.lib_dir]))
    # Wheels keep shared libraries beside the package, two folders above the prefix of the server.
    kept = Path(*prefix.parts[1:][-2:])
    root = into / kept
    bin_dir = root / engine.bin_dir.relative_to(prefix)
    share_dir = root / engine.share_dir.relative_to(prefix)
    lib_dir = root / engine.lib_dir.relative_to(prefix)
    bin_dir.mkdir(parents=True)
    for program in ("postgres", "initdb") if whole else ("postgres",):
        shutil.copy2(engine.bin_dir / program, bin_dir / program)
    if whole:
        shutil.copytree(engine.lib_dir, lib_dir, ignore=_NOT_NEEDED, dirs_exist_ok=True)
        shutil.copytree(engine.share_dir, share_dir, ignore=_NOT_NEEDED, dirs_exist_ok=True)
        for libraries in _libraries_of_wheel(prefix):
            shutil.copytree(libraries, into / kept.parent.parent / libraries.relative_to(prefix.parent.parent))
    else:
        _link_entries(engine.lib_dir, lib_dir)
        _link_entries(engine.share_dir, share_dir)
        (share_dir / "extension").unlink()
        _link_entries(engine.share_dir / "extension", share_dir / "extension")
    for name in engine.stand_ins:
        stand_in = STAND_INS[name]
        extension = share_dir / "extension"
        # Links to files of a real extension that does not load here: writing would go through them.
        for real in (extension / f"{name}.control", *extension.glob(f"{name}--*.sql")):
            real.unlink(missing_ok=True)
        (extension / f"{name}.control").write_text(stand_in.control, encoding="utf-8")
        (extension / f"{name}--{stand_in.version}.sql").write_text(stand_in.script, encoding="utf-8")
    return replace(engine, bin_dir=bin_dir, share_dir=share_dir, lib_dir=lib_dir)


def _link_entries(source: Path, target: Path) -> None:
    """Make `target` a real folder whose entries are links to those of `source`."""
    target.mkdir(parents=True, exist_ok=True)
    for entry in source.iterdir():
        link = target / entry.name
        if not link.exists():
            link.symlink_to(entry)


def _libraries_of_wheel(prefix: Path) -> list[Path]:
    """Where auditwheel and delocate put the libraries of the package that holds `prefix`."""
    package = prefix.parent
    places = [package.with_name(f"{package.name}.libs"), package / ".dylibs"] if package.name else []
    return [place for place in places if place.is_dir()]
