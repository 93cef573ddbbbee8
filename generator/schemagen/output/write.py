"""A plan comes in; temporary files, replacements and removals below one folder, under a lock, go out."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from schemagen.output.plan import (
    LOCK,
    MANIFEST,
    TEMPORARY,
    Disk,
    Manifest,
    Plan,
    State,
    read_manifest,
    unsafe_paths,
)
from schemagen.output.result import Conflict, ConflictKind, OutputConflict, OutputResult

LOCK_SECONDS = 10.0


def write_output(
    root: Path,
    files: Mapping[str, str],
    *,
    force: bool = False,
    check: bool = False,
    within: tuple[str, ...] = ("",),
) -> OutputResult:
    """Make the folder `root` hold `files`: relative POSIX paths and the whole texts that belong there.

    `within` are the beginnings of paths that this write is about: files of ours elsewhere stay as they are.

    Raises OutputConflict, before anything is touched, for every path that would leave the folder, every file
    in the way that is not ours, and every file of ours that was edited by hand; `force` overwrites the last
    kind all the same. Raises OSError when the disk refuses. With `check` nothing is written, and conflicts
    with what is on disk are in the result; a wrong path and a broken manifest are raised all the same.

    Killed at any moment it leaves whole files, old or new, and a manifest that knows both. The files are not
    synced to the disk: they can be made again, and thousands of syncs would take longer than the build.
    """
    conflicts = unsafe_paths(files)
    if root.exists() and not root.is_dir():
        conflicts.append(Conflict("", ConflictKind.FOREIGN, f"{root} is no folder", "choose another folder"))
    if conflicts:
        raise OutputConflict(conflicts)
    wanted = {path: files[path].encode("utf-8") for path in sorted(files)}
    if not check:
        root.mkdir(parents=True, exist_ok=True)
    with _locked(root, shared=check) if root.exists() else contextlib.nullcontext():
        disk = Disk(root)
        manifest = read_manifest(root)
        if not check:
            _remove_leftovers(disk, [*wanted, *manifest.files, *manifest.pending])
        plan = Plan(disk, manifest, wanted, force, within)
        if check:
            return plan.result(plan.conflicts, plan.differences())
        if plan.conflicts:
            raise OutputConflict(plan.conflicts)
        _Write(root, plan).run()
        return plan.result()


def read_owned(root: Path) -> dict[str, str]:
    """The SHA-256 of every file below `root` that a build wrote, by path; raises OutputConflict, OSError."""
    manifest = read_manifest(root)
    return dict(sorted({**manifest.files, **manifest.pending}.items()))


def write_file(path: Path, text: str) -> None:
    """Write one file outside of any output folder, as a whole or not at all. Raises OSError."""
    temporary = path.with_name(f".schemagen-{os.getpid()}.tmp")
    try:
        with _naming(path):
            temporary.write_bytes(text.encode("utf-8"))
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let an OSError name the file that was to be written: a full disk names none, a temporary file tells nothing."""
    try:
        yield
    except OSError as error:
        error.filename = os.fspath(path)
        raise


class _Write:
    """Carries out a plan without conflicts."""

    def __init__(self, root: Path, plan: Plan) -> None:
        self.root, self.plan = root, plan
        # Temporary file to final place, in the order of the replacement.
        self.staged: dict[Path, Path] = {}
        self._count = 0

    def run(self) -> None:
        plan = self.plan
        final = plan.new_manifest()
        try:
            for path in plan.write:
                self.stage(path, plan.wanted[path])
            if plan.write or plan.remove:
                # A build that is killed from here on leaves this manifest: every file is either as it was or
                # as it was to be, and the next build knows both as its own.
                before = {**plan.manifest.files, **plan.ours}
                after = {path: plan.hashes[path] for path in plan.write}
                self.replace(self.stage_manifest(Manifest(before, after)))
            final_manifest = self.stage_manifest(final) if self.manifest_differs(final) else None
            for path in plan.remove:
                (self.root / path).unlink()
            for path in (*plan.remove, *plan.gone):
                self.remove_empty_folders(path)
            for temporary in list(self.staged):
                if temporary != final_manifest:
                    self.replace(temporary)
            if final_manifest is not None:
                self.replace(final_manifest)
        finally:
            for temporary in self.staged:
                temporary.unlink(missing_ok=True)

    def manifest_differs(self, manifest: Manifest) -> bool:
        path = self.root / MANIFEST
        return not path.exists() or path.read_bytes() != manifest.text().encode()

    def stage_manifest(self, manifest: Manifest) -> Path:
        return self.stage(MANIFEST, manifest.text().encode())

    def stage(self, path: str, content: bytes) -> Path:
        """Write a temporary file into the nearest folder that is there, which is on the same file system."""
        folder = (self.root / path).parent
        while not folder.is_dir():
            folder = folder.parent
        self._count += 1
        temporary = folder / f".schemagen-{self._count}.tmp"
        with _naming(self.root / path), temporary.open("xb") as file:
            self.staged[temporary] = self.root / path
            file.write(content)
        return temporary

    def replace(self, temporary: Path) -> None:
        target = self.staged[temporary]
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.replace(target)
        del self.staged[temporary]

    def remove_empty_folders(self, path: str) -> None:
        """Remove the folders that a path, now gone, left empty, up to the output folder."""
        for folder in list((self.root / path).parents)[: path.count("/")]:
            try:
                folder.rmdir()
            except FileNotFoundError:
                continue
            except OSError:
                # Something is left in it, or it cannot be removed, which does no harm.
                break


def _remove_leftovers(disk: Disk, paths: Iterable[str]) -> None:
    """Remove what a killed build left in the folders of our files; the lock says that no build is running."""
    folders = {""}
    for path in paths:
        while path := path.rpartition("/")[0]:
            folders.add(path)
    for folder in sorted(folders):
        if folder and disk.state(folder) != (State.FOLDER, folder):
            continue
        for entry in list(os.scandir(disk.root / folder)):
            if TEMPORARY.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                Path(entry.path).unlink()


@contextlib.contextmanager
def _locked(root: Path, *, shared: bool) -> Iterator[None]:
    """Hold the output folder against other builds, or with `shared` only against those that write."""
    if sys.platform == "win32":
        import msvcrt

        path = root / LOCK
        handle = os.open(path, os.O_RDWR | os.O_CREAT)
        try:
            _wait_for(lambda: msvcrt.locking(handle, msvcrt.LK_NBLCK, 1))
            yield
        finally:
            os.close(handle)
            # Another build may have the file open; whoever is last removes it.
            with contextlib.suppress(OSError):
                path.unlink()
    else:
        import fcntl

        # The folder itself is what is locked, so that no file is left behind.
        handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
        try:
            kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
            _wait_for(lambda: fcntl.flock(handle, kind | fcntl.LOCK_NB))
            yield
        finally:
            os.close(handle)


def _wait_for(acquire: Callable[[], None]) -> None:
    """Try to get a lock until the time is up; raises OutputConflict then."""
    deadline = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            return acquire()
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
                raise
            if time.monotonic() >= deadline:
                message = "another build is writing into this folder"
                conflict = Conflict("", ConflictKind.LOCKED, message, "wait until it has ended")
                raise OutputConflict([conflict]) from None
        time.sleep(0.02)
