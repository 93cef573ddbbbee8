"""Writing the output folder: only what changed, only what is ours, whole or not at all."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemagen.output import MANIFEST, Change, ConflictKind, OutputConflict, read_owned, write_output
from schemagen.output import write as output_write

FILES = {"migrations/1.sql": "select 1;\n", "types/a.ts": "export {}\n", "readme.md": "# ü 𝕏\n"}


def tree(root: Path) -> dict[str, bytes]:
    """Every file below a folder but the manifest, and every empty folder as a path that ends in a slash."""
    found: dict[str, bytes] = {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_symlink():
            found[name] = b"link"
        elif path.is_dir():
            if not any(path.iterdir()):
                found[name + "/"] = b""
        elif name != MANIFEST:
            found[name] = path.read_bytes()
    return found


def encoded(files: dict[str, str]) -> dict[str, bytes]:
    return {path: text.encode() for path, text in sorted(files.items())}


def conflicts(root: Path, files: dict[str, str], *, force: bool = False) -> list[tuple[str, ConflictKind]]:
    """The conflicts of a write, which must have left everything as it was."""
    before = tree(root)
    with pytest.raises(OutputConflict) as caught:
        write_output(root, files, force=force)
    assert tree(root) == before
    return [(conflict.path, conflict.kind) for conflict in caught.value.conflicts]


def test_writes_then_leaves_alone_then_follows_changes(tmp_path: Path) -> None:
    root = tmp_path / "deep" / "out"
    assert write_output(root, FILES).written == tuple(sorted(FILES))
    assert tree(root) == encoded(FILES)
    assert read_owned(root) == {path: hashlib.sha256(text).hexdigest() for path, text in encoded(FILES).items()}
    stamps = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    again = write_output(root, dict(reversed(FILES.items())))
    assert (again.written, again.removed, again.unchanged) == ((), (), tuple(sorted(FILES)))
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == stamps
    changed = {"migrations/1.sql": "select 2;\n", "readme.md": FILES["readme.md"], "x/y/z.txt": ""}
    result = write_output(root, changed)
    assert (result.written, result.removed) == (("migrations/1.sql", "x/y/z.txt"), ("types/a.ts",))
    assert tree(root) == encoded(changed)


def test_manifest_is_the_same_bytes_for_the_same_files(tmp_path: Path) -> None:
    write_output(tmp_path / "a", FILES)
    write_output(tmp_path / "b", {"old.txt": "x"})
    write_output(tmp_path / "b", dict(reversed(FILES.items())))
    assert (tmp_path / "a" / MANIFEST).read_bytes() == (tmp_path / "b" / MANIFEST).read_bytes()


def test_foreign_file_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "readme.md").write_text("mine too")
    (tmp_path / "types").write_text("a file where a folder has to be")
    expected = [("readme.md", ConflictKind.FOREIGN), ("types/a.ts", ConflictKind.FOREIGN)]
    assert conflicts(tmp_path, FILES) == expected
    assert conflicts(tmp_path, FILES, force=True) == expected
    (tmp_path / "readme.md").write_bytes(FILES["readme.md"].encode())
    (tmp_path / "types").unlink()
    assert write_output(tmp_path, FILES).unchanged == ("readme.md",)
    write_output(tmp_path, {})
    assert tree(tmp_path) == {"notes.txt": b"mine"}


def test_edited_file_is_overwritten_only_by_force(tmp_path: Path) -> None:
    write_output(tmp_path, FILES)
    (tmp_path / "readme.md").write_text("edited")
    (tmp_path / "types/a.ts").unlink()
    wanted = {**FILES, "readme.md": "new\n"}
    assert conflicts(tmp_path, wanted) == [("readme.md", ConflictKind.EDITED)]
    result = write_output(tmp_path, wanted, force=True)
    assert (result.written, result.overwritten) == (("readme.md", "types/a.ts"), ("readme.md",))
    assert tree(tmp_path) == encoded(wanted)


def test_edited_file_that_is_no_longer_made_stays(tmp_path: Path) -> None:
    write_output(tmp_path, FILES)
    (tmp_path / "types/a.ts").write_text("edited")
    rest = {path: text for path, text in FILES.items() if path != "types/a.ts"}
    assert conflicts(tmp_path, rest) == [("types/a.ts", ConflictKind.EDITED)]
    assert write_output(tmp_path, rest, force=True).kept == ("types/a.ts",)
    assert tree(tmp_path) == encoded({**rest, "types/a.ts": "edited"})
    assert write_output(tmp_path, rest).written == ()
    assert conflicts(tmp_path, FILES, force=True) == [("types/a.ts", ConflictKind.FOREIGN)]


def test_edit_that_the_specification_now_gives_is_no_conflict(tmp_path: Path) -> None:
    write_output(tmp_path, FILES)
    (tmp_path / "readme.md").write_text("better\n")
    assert write_output(tmp_path, {**FILES, "readme.md": "better\n"}).unchanged == tuple(sorted(FILES))


def test_full_disk_names_the_file_and_leaves_all_as_it_was(tmp_path: Path) -> None:
    """A limit on the size of files stands in for the disk: the system refuses to write on in the same way."""
    root = tmp_path / "out"
    write_output(root, FILES)
    before = tree(root)
    program = (
        "import resource, signal, sys; from pathlib import Path; from schemagen.output import write_output;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        "write_output(Path(sys.argv[1]), {'a.txt': 'small', 'types/big.ts': 'x' * 9999})"
    )
    run = subprocess.run([sys.executable, "-c", program, str(root)], capture_output=True, text=True, check=False)
    assert run.stderr.splitlines()[-1] == f"OSError: [Errno 27] File too large: '{root}/types/big.ts'"
    assert tree(root) == before


@pytest.mark.parametrize(
    ("before", "after"),
    [({"a": "1"}, {"a/b/c": "2"}), ({"a/b/c": "1", "a/d": "1"}, {"a": "2"})],
    ids=["file becomes folder", "folder becomes file"],
)
def test_file_and_folder_change_places(tmp_path: Path, before: dict[str, str], after: dict[str, str]) -> None:
    write_output(tmp_path, before)
    write_output(tmp_path, after)
    assert tree(tmp_path) == encoded(after)


def test_folder_with_a_foreign_file_or_folder_does_not_become_a_file(tmp_path: Path) -> None:
    write_output(tmp_path, {"a/b": "1", "c/d": "1"})
    (tmp_path / "a/mine").write_text("x")
    (tmp_path / "c/empty").mkdir()
    expected = [("a", ConflictKind.FOREIGN), ("c", ConflictKind.FOREIGN)]
    assert conflicts(tmp_path, {"a": "2", "c": "2"}, force=True) == expected


def test_links_are_not_followed(tmp_path: Path) -> None:
    root, outside = tmp_path / "out", tmp_path / "outside"
    outside.mkdir()
    root.mkdir()
    (outside / "a.ts").write_text("secret")
    (root / "types").symlink_to(outside)
    (root / "readme.md").symlink_to(outside / "a.ts")
    expected = [("readme.md", ConflictKind.LINK), ("types/a.ts", ConflictKind.LINK)]
    assert conflicts(root, FILES, force=True) == expected
    (root / "types").unlink()
    (root / "readme.md").unlink()
    write_output(root, FILES)
    (root / "types/a.ts").unlink()
    (root / "types").rmdir()
    (outside / "a.ts").write_text(FILES["types/a.ts"])
    (root / "types").symlink_to(outside)
    write_output(root, {"readme.md": "x"})
    assert (outside / "a.ts").exists()


@pytest.mark.parametrize(
    "path",
    ["", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", "./a", "a\\b", "C:/x", "c:x", "a\x00b", "a\nb", "a\x9bb",
     "\ud800", MANIFEST, f"sub/{MANIFEST.upper()}", ".schemagen-1.tmp", ".schemagen-lock"],
)  # fmt: skip
def test_unsafe_path_is_refused(tmp_path: Path, path: str) -> None:
    root = tmp_path / "out"
    for check in (False, True):
        with pytest.raises(OutputConflict) as caught:
            write_output(root, {"ok.txt": "x", path: "x"}, force=True, check=check)
        assert [(c.path, c.kind) for c in caught.value.conflicts] == [(path, ConflictKind.UNSAFE_PATH)]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("pair", [("a.sql", "A.sql"), ("é", "e\u0301"), ("a", "a/b"), ("B/c", "b")])
def test_paths_that_mean_one_file_are_refused(tmp_path: Path, pair: tuple[str, str]) -> None:
    assert {kind for _, kind in conflicts(tmp_path, dict.fromkeys(pair, ""))} == {ConflictKind.UNSAFE_PATH}


@pytest.mark.parametrize(
    "manifest",
    ["", "<<<<<<< ours\n{}", "[]", '{"format": 2, "files": {}}', '{"format": 1, "files": {"../victim": "%s"}}',
     '{"format": 1, "files": {"a": "x"}}', '{"format": 1, "files": {}, "more": 1}', "[" * 100_000],
)  # fmt: skip
def test_manifest_that_cannot_be_trusted_stops_everything(tmp_path: Path, manifest: str) -> None:
    victim, root = tmp_path / "victim", tmp_path / "out"
    victim.write_text("x")
    root.mkdir()
    (root / MANIFEST).write_text(manifest.replace("%s", hashlib.sha256(b"x").hexdigest()))
    assert conflicts(root, FILES, force=True) == [(MANIFEST, ConflictKind.MANIFEST)]
    with pytest.raises(OutputConflict):
        read_owned(root)
    assert victim.exists()


def test_check_writes_nothing_and_shows_what_would_change(tmp_path: Path) -> None:
    root = tmp_path / "out"
    added = write_output(root, FILES, check=True)
    assert not root.exists()
    assert [(d.path, d.change) for d in added.differences] == [(path, Change.ADDED) for path in sorted(FILES)]
    write_output(root, FILES)
    assert write_output(root, FILES, check=True).differences == ()
    (root / "readme.md").write_text("one\r\ntwo")
    before = tree(root)
    result = write_output(root, {"readme.md": "one\nthree\n", "types/a.ts": FILES["types/a.ts"]}, check=True)
    assert tree(root) == before
    assert [(c.path, c.kind) for c in result.conflicts] == [("readme.md", ConflictKind.EDITED)]
    removed, changed = result.differences
    assert (removed.path, removed.change) == ("migrations/1.sql", Change.REMOVED)
    assert removed.diff == (
        "--- out/migrations/1.sql (on disk)\n+++ out/migrations/1.sql (from the specification)\n"
        "@@ -1 +0,0 @@\n-select 1;\n"
    )
    assert (changed.path, changed.change) == ("readme.md", Change.CHANGED)
    assert changed.diff == (
        "--- out/readme.md (on disk)\n+++ out/readme.md (from the specification)\n@@ -1,2 +1,2 @@\n"
        "-one\r\n-two\n\\ No newline at end of file\n+one\n+three\n"
    )


def test_check_notices_a_lost_manifest_and_bytes_that_are_no_text(tmp_path: Path) -> None:
    write_output(tmp_path, {"a": "\\xff\n"})
    (tmp_path / "a").write_bytes(b"\xff\n")
    (difference,) = write_output(tmp_path, {"a": "\\xff\n"}, check=True).differences
    assert difference.change is Change.CHANGED
    (tmp_path / "a").write_text("\\xff\n")
    (tmp_path / MANIFEST).unlink()
    (difference,) = write_output(tmp_path, {"a": "\\xff\n"}, check=True).differences
    assert (difference.path, difference.change) == (MANIFEST, Change.ADDED)


class _Stop(BaseException):
    """Stands for Ctrl-C, a kill or a full disk."""


def _stop_at(monkeypatch: pytest.MonkeyPatch, method: str, call: int, *, kill: bool = False) -> None:
    """Make a method of Path raise at its call number `call`, counted from zero; a killed one tidies nothing."""
    original, calls = getattr(Path, method), iter(range(1_000_000))

    def stopping(self: Path, *args: object, **options: object) -> object:
        if next(calls) == call:
            if kill:
                monkeypatch.setattr(Path, "unlink", lambda self, missing_ok=False: None)
            raise _Stop
        return original(self, *args, **options)

    monkeypatch.setattr(Path, method, stopping)


def test_exception_before_the_first_replacement_leaves_no_trace(tmp_path: Path) -> None:
    old, new = {**FILES, "old/x": "1"}, {**{path: text + "2" for path, text in FILES.items()}, "new/y": "2"}
    write_output(tmp_path, old)
    original = Path.open
    # Four files and the manifest that knows both states.
    for last in range(5):
        modes: list[str] = []

        def stopping(self: Path, mode: str = "r", modes: list[str] = modes, last: int = last) -> object:
            modes.append(mode)
            if modes.count("xb") > last:
                raise _Stop
            return original(self, mode)

        with pytest.MonkeyPatch.context() as patch, pytest.raises(_Stop):
            patch.setattr(Path, "open", stopping)
            write_output(tmp_path, new)
        assert tree(tmp_path) == encoded(old)
        assert read_owned(tmp_path).keys() == old.keys()


_STEPS = [*(("replace", number) for number in range(6)), ("unlink", 0), ("rmdir", 0)]


@pytest.mark.parametrize("kill", [False, True], ids=["exception", "kill"])
@pytest.mark.parametrize("step", _STEPS, ids=str)
def test_build_after_one_that_was_stopped_midway_recovers(tmp_path: Path, step: tuple[str, int], kill: bool) -> None:
    old = {**FILES, "old/x": "1"}
    new = {**{path: text + "2" for path, text in FILES.items()}, "new/y": "2"}
    for number, wanted in enumerate((new, {"readme.md": "3"}, old)):
        root = tmp_path / str(number)
        write_output(root, old)
        with pytest.MonkeyPatch.context() as patch, pytest.raises(_Stop):
            # The first and the last replacement are those of the manifest.
            _stop_at(patch, *step, kill=kill)
            write_output(root, new)
        (root / "mine").write_text("x")
        write_output(root, wanted)
        assert tree(root) == encoded({**wanted, "mine": "x"})


def test_leftovers_of_a_killed_build_are_removed(tmp_path: Path) -> None:
    write_output(tmp_path, FILES)
    for name in (".schemagen-7.tmp", "types/.schemagen-1.tmp", "types/.schemagen-x.tmp"):
        (tmp_path / name).write_text("x")
    write_output(tmp_path, FILES)
    assert tree(tmp_path) == encoded({**FILES, "types/.schemagen-x.tmp": "x"})


@pytest.mark.skipif(sys.platform == "win32", reason="the other process takes the lock by flock")
def test_two_builds_wait_for_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import fcntl, os, sys; fcntl.flock(os.open(sys.argv[1], 0), 2); print('held', flush=True); input()"
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        monkeypatch.setattr(output_write, "LOCK_SECONDS", 0.1)
        start = time.monotonic()
        assert conflicts(tmp_path, FILES) == [("", ConflictKind.LOCKED)]
        assert time.monotonic() - start >= 0.1
        other.stdin.write("\n")
        other.stdin.flush()
        monkeypatch.setattr(output_write, "LOCK_SECONDS", 30.0)
        write_output(tmp_path, FILES)
    assert tree(tmp_path) == encoded(FILES)
    assert set(json.loads((tmp_path / MANIFEST).read_text())) == {"files", "format"}


_HOSTILE = st.one_of(
    st.lists(
        st.sampled_from(["..", ".", "", "a", "b", "A", "link", "~", "C:", "\\", "..\\x", "\x00", "con", ".git", " "]),
        min_size=1,
        max_size=5,
    ).map("/".join),
    st.text(max_size=20),
)


@given(files=st.dictionaries(_HOSTILE, st.text(max_size=3), max_size=4))
def test_no_name_leaves_the_folder(files: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> None:
    base = tmp_path_factory.mktemp("base")
    root, outside = base / "middle" / "out", base / "outside"
    outside.mkdir()
    root.mkdir(parents=True)
    (root / "link").symlink_to(outside)
    try:
        write_output(root, files, force=True)
    except (OutputConflict, UnicodeEncodeError):
        assert tree(base) == {"middle/out/link": b"link", "outside/": b""}
    else:
        written = {f"middle/out/{path}": text for path, text in files.items()}
        manifest = (root / MANIFEST).read_bytes()
        expected = {**encoded(written), "middle/out/link": b"link", "outside/": b""}
        assert tree(base) == {**expected, f"middle/out/{MANIFEST}": manifest}
