"""The files as psql itself runs them: exit status, the one row of success, what stands on standard error."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from acceptance.deployment import Database, Deployment, file_text
from acceptance.facts import PHASES
from acceptance.unchanged import state

STOP = [[], ["-v", "ON_ERROR_STOP=1"]]


def psql(database: Database, folder: Path, phase: int, back: bool, options: list[str]) -> tuple[int, list[str], str]:
    """Exit status, lines of rows on standard output, standard error."""
    file = folder / "migration.sql"
    file.write_text(file_text(database.files, phase, back), encoding="utf-8")
    command = [str(database.server.engine.bin_dir / "psql"), "-X", "-q", "-A", "-t", *options]
    command += ["-d", database.conninfo(), "-f", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.splitlines(), done.stderr


@pytest.mark.parametrize("options", STOP, ids=["going-on", "stopping"])
def test_success_ends_with_one_row(deployment: Deployment, tmp_path: Path, options: list[str]) -> None:
    with deployment.database(0) as database:
        dump = database.dump()
        for phase, name in PHASES.items():
            status, rows, messages = psql(database, tmp_path, phase, False, options)
            assert (status, rows) == (0, [f"pharma_roles phase {phase} ({name}): applied"])
            assert "ERROR" not in messages
        for phase, name in reversed(PHASES.items()):
            status, rows, messages = psql(database, tmp_path, phase, True, options)
            assert (status, rows) == (0, [f"pharma_roles phase {phase} ({name}): undone"])
            assert "ERROR" not in messages
        assert database.dump() == dump


@pytest.mark.parametrize("options", STOP, ids=["going-on", "stopping"])
@pytest.mark.parametrize("phase", PHASES)
def test_failure_shows_no_row_and_changes_nothing(
    deployment: Deployment, tmp_path: Path, phase: int, options: list[str]
) -> None:
    """By the preflight, and by the very last statement before COMMIT, after all the work was done."""
    with deployment.database(phase - 1) as database:
        if phase > 1:
            database.execute("UPDATE schemagen_pharma_roles.phases SET build = 'x'")
        else:
            database.execute("CREATE TABLE skills ()")
        was = state(database)
        status, rows, messages = psql(database, tmp_path, phase, False, options)
        assert (status, rows) == (3 if options else 0, [])
        assert "nothing was changed" in messages
        assert state(database) == was
    with deployment.database(phase - 1) as database:
        was = state(database)
        text = file_text(database.files, phase)
        assert text.count("\nCOMMIT;\n") == 1
        broken = dict(database.files)
        name = next(name for name, file in broken.items() if file == text)
        broken[name] = text.replace("\nCOMMIT;\n", "\nSELECT 1 / 0;\nCOMMIT;\n")
        status, rows, messages = psql(Database(database.server, broken, database.name), tmp_path, phase, False, options)
        assert (status, rows) == (3 if options else 0, [])
        assert "division by zero" in messages
        assert state(database) == was
        assert psql(database, tmp_path, phase, False, options)[:2] == (
            0,
            [f"pharma_roles phase {phase} ({PHASES[phase]}): applied"],
        )


def test_two_files_in_one_session_tell_of_themselves_alone(deployment: Deployment, tmp_path: Path) -> None:
    """A session that has seen a success does not take it for the success of the next file, which fails."""
    with deployment.database(0) as database:
        joined = file_text(database.files, 1) + file_text(database.files, 3)
        both = Database(database.server, {**database.files, "x.sql": joined}, database.name)
        file = tmp_path / "both.sql"
        file.write_text(both.files["x.sql"], encoding="utf-8")
        command = [str(database.server.engine.bin_dir / "psql"), "-X", "-q", "-A", "-t", "-d", database.conninfo()]
        done = subprocess.run([*command, "-f", str(file)], capture_output=True, text=True, check=False)
        assert done.stdout.splitlines() == ["pharma_roles phase 1 (reference_tables): applied"]
        assert "phase 2 (junction_tables) has not been applied" in done.stderr


def test_the_seed_may_be_run_again(deployment: Deployment, tmp_path: Path) -> None:
    with deployment.database(5) as database:
        was = state(database)
        for options in STOP:
            status, rows, messages = psql(database, tmp_path, 5, False, options)
            assert (status, rows) == (0, ["pharma_roles phase 5 (seed_core_data): applied"])
            assert "ERROR" not in messages
        assert {table: rows for table, rows in state(database).items() if not table.startswith("pg_")} == {
            table: rows for table, rows in was.items() if not table.startswith("pg_")
        }
        database.undo(5, 4, 3, 2, 1)


@pytest.mark.parametrize("back", [False, True], ids=["forward", "back"])
def test_a_session_that_goes_on_after_errors_is_ended(deployment: Deployment, tmp_path: Path, back: bool) -> None:
    """With ON_ERROR_ROLLBACK psql would commit what is left of a file after an error."""
    with deployment.database(2 if back else 0) as database:
        dump = database.dump()
        status, rows, messages = psql(database, tmp_path, 1, back, ["-v", "ON_ERROR_ROLLBACK=on"])
        assert (status, rows) == (2, [])
        assert "nothing was changed: this session goes on after errors" in messages
        assert database.dump() == dump
