"""Two million links out of 200,000 arrays: the file of the array move in, its time over the best SQL by hand out.

The SQL by hand does only what cannot be left out: it maps each name once, makes rows for unknown names, inserts the
links in key order and builds keys and indexes after. It records nothing, proves nothing and says nothing.
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from database import DATABASE, built_files, find_engine, first_input, run_files, with_baseline
from figures import Figure, median_ratio
from timing import CommandFailed, median, take_turns

from schemagen.prove.baseline import OWNER
from schemagen.prove.server import ScratchServer

TARGET = 1.5
_TRIAL = "trial"

_ROWS = """
INSERT INTO public.tenants (name) SELECT 'Tenant ' || n FROM generate_series(1, 10) AS n;
INSERT INTO public.skills (name) SELECT 'Skill number ' || n FROM generate_series(1, 2500) AS n;
SELECT setseed(0.25);
INSERT INTO public.org_roles (unique_id, role_name, tenant_id, required_skills)
SELECT 'R' || n, 'Role ' || n, (SELECT id FROM public.tenants WHERE name = 'Tenant ' || n % 11),
       (SELECT array_agg(CASE WHEN number % 6 = 0 THEN ' Skill number ' || number || ' '
                              WHEN number % 6 = 1 AND n % 2 = 0 THEN 'SKILL number ' || number
                              ELSE 'Skill number ' || number END)
        FROM (SELECT floor(power(random(), 2) * 5000 + 1)::integer AS number
              FROM generate_series(1, 10 + n * 0)) AS drawn)
FROM generate_series(1, {roles}) AS n;
"""
"""Ten names a role out of 5,000, half of which the reference table has; some with stray spaces or in another case."""

_BY_HAND = """
BEGIN;
LOCK TABLE public.org_roles, public.skills, public.role_skills IN ACCESS EXCLUSIVE MODE;
CREATE UNLOGGED TABLE public.names AS
SELECT tenant, element, lower(btrim(element)) AS folded, NULL::uuid AS id
FROM (SELECT DISTINCT tenant_id AS tenant, element FROM public.org_roles, unnest(required_skills) AS element) AS texts
WHERE btrim(element) <> '';
UPDATE public.names SET id = skills.id FROM public.skills
WHERE lower(btrim(skills.name)) = names.folded AND (skills.tenant_id IS NULL OR skills.tenant_id = names.tenant);
WITH made AS (
    INSERT INTO public.skills (name, tenant_id)
    SELECT DISTINCT ON (tenant, folded) btrim(element), tenant FROM public.names WHERE id IS NULL
    ORDER BY tenant, folded, btrim(element) COLLATE "C" RETURNING id, name, tenant_id
)
UPDATE public.names SET id = made.id FROM made
WHERE names.id IS NULL AND lower(made.name) = names.folded AND made.tenant_id IS NOT DISTINCT FROM names.tenant;
ANALYZE public.names;
ALTER TABLE public.role_skills DROP CONSTRAINT role_skills_role_id_fkey, DROP CONSTRAINT role_skills_skill_id_fkey,
    DROP CONSTRAINT role_skills_pair_key, DROP CONSTRAINT role_skills_pkey;
DROP INDEX public.role_skills_is_required_idx, public.role_skills_skill_id_idx;
INSERT INTO public.role_skills (role_id, skill_id)
SELECT DISTINCT source.id, names.id
FROM public.org_roles AS source, unnest(source.required_skills) AS texts (element), public.names
WHERE names.element = texts.element AND ARRAY[names.tenant] = ARRAY[source.tenant_id] ORDER BY 1, 2;
ALTER TABLE public.role_skills ADD CONSTRAINT role_skills_pkey PRIMARY KEY (id),
    ADD CONSTRAINT role_skills_pair_key UNIQUE (role_id, skill_id);
CREATE INDEX role_skills_is_required_idx ON public.role_skills (is_required);
CREATE INDEX role_skills_skill_id_idx ON public.role_skills (skill_id);
ALTER TABLE public.role_skills
    ADD CONSTRAINT role_skills_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.org_roles (id) ON DELETE CASCADE,
    ADD CONSTRAINT role_skills_skill_id_fkey FOREIGN KEY (skill_id) REFERENCES public.skills (id) ON DELETE CASCADE;
DROP TABLE public.names;
ALTER TABLE public.org_roles RENAME COLUMN required_skills TO required_skills_deprecated;
COMMIT;
"""


def measure(quick: bool) -> list[Figure]:
    """The file of phase 4, forward and back, beside the SQL by hand, each on a fresh copy of the same database."""
    project = first_input()
    phase = project.phase_holding("moves").number
    roles, runs = (20_000, 1) if quick else (200_000, 3)
    with ScratchServer.start(find_engine(project)) as server, tempfile.TemporaryDirectory() as folder:
        files, rollbacks = built_files(Path(folder) / "out")
        by_hand = Path(folder) / "by_hand.sql"
        by_hand.write_text(_BY_HAND, encoding="utf-8")
        forward, back = files[phase - 1], rollbacks[::-1][phase - 1]
        with with_baseline(server, project) as connection:
            run_files(server, files[: phase - 1])
            for statement in _ROWS.format(roles=roles).split(";\n"):
                connection.execute(statement.encode())
            connection.execute("VACUUM ANALYZE")
        links: dict[str, int] = {}
        back_seconds: list[float] = []

        def by_file() -> float:
            with _copy(server) as run:
                seconds = run(forward, OWNER)
                links["file"] = _links(server)
                back_seconds.append(run(back, OWNER))
                return seconds

        def hand_written() -> float:
            with _copy(server) as run:
                seconds = run(by_hand, "postgres")
                links["hand"] = _links(server)
                return seconds

        seconds = take_turns({"file": by_file, "hand": hand_written}, runs)
        label = server.engine.label
    if links["file"] != links["hand"]:
        raise CommandFailed(f"the file made {links['file']} links and the SQL by hand {links['hand']}")
    ratio = median_ratio(seconds["file"], seconds["hand"])
    said = f"{links['hand']:,} links of {roles:,} roles, {label}"
    return [
        Figure("SQL by hand", median(seconds["hand"]), note=said),
        Figure("the file of the move", median(seconds["file"]), ratio, TARGET, "over the SQL by hand"),
        Figure("its rollback", median(back_seconds[1:])),
    ]


@contextmanager
def _copy(server: ScratchServer) -> Iterator[Callable[[Path, str], float]]:
    """A copy of the database, gone afterwards; what it gives runs a file there and answers the seconds."""
    program = server.engine.bin_dir / "psql"
    command = [str(program) if program.exists() else "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1"]
    with psycopg.connect(server.conninfo(), autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {_TRIAL} TEMPLATE {DATABASE}".encode())
        admin.execute("CHECKPOINT")

        def run(path: Path, user: str) -> float:
            began = time.perf_counter()
            argv = [*command, "-d", server.conninfo(_TRIAL, user), "-f", str(path)]
            done = subprocess.run(argv, capture_output=True, text=True, check=False)
            seconds = time.perf_counter() - began
            if done.returncode != 0:
                raise CommandFailed(f"psql -f {path.name}: exit code {done.returncode}\n{done.stderr[-2000:]}")
            return seconds

        try:
            yield run
        finally:
            admin.execute(f"DROP DATABASE {_TRIAL} WITH (FORCE)".encode())


def _links(server: ScratchServer) -> int:
    with psycopg.connect(server.conninfo(_TRIAL)) as connection:
        row = connection.execute("SELECT count(*) FROM public.role_skills").fetchone()
    assert row is not None
    return int(row[0])
