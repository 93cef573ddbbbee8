"""The files of `lint/rules` in, the rules by name out."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Mapping
from functools import cache

from schemagen.lint import rules
from schemagen.lint.rule import Rule


@cache
def load_rules() -> Mapping[str, Rule]:
    """Every rule, sorted by name. Raises TypeError for a file that is no rule: a mistake in the program."""
    found: dict[str, Rule] = {}
    for module_info in sorted(pkgutil.iter_modules(rules.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{rules.__name__}.{module_info.name}")
        rule = getattr(module, "rule", None)
        if not isinstance(rule, Rule) or rule.module != module.__name__:
            raise TypeError(f"lint/rules/{module_info.name}.py: `rule` is not Rule(__name__, …)")
        rule.page = inspect.getdoc(module) or ""
        if not rule.page:
            raise TypeError(f"lint/rules/{module_info.name}.py: the docstring, which is the rule's page, is missing")
        found[rule.name] = rule
    return found
