"""Every class made by schemagen.records behaves as the standard library would have made it from the same source."""

from __future__ import annotations

import importlib
import inspect
import types
from collections.abc import Callable, Iterator
from dataclasses import FrozenInstanceError
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import schemagen
from schemagen.records import dataclass, field, fields, is_dataclass, replace

PACKAGE = Path(schemagen.__file__).parent
OURS, THEIRS = "from schemagen.records import", "from dataclasses import"


def users() -> Iterator[str]:
    """The modules that use schemagen.records."""
    for file in sorted(PACKAGE.rglob("*.py")):
        if OURS in file.read_text(encoding="utf-8"):
            yield ".".join(("schemagen", *file.relative_to(PACKAGE).with_suffix("").parts))


def twin_of(module: types.ModuleType) -> types.ModuleType:
    """The module again, with the standard library's dataclasses."""
    assert module.__file__ is not None
    source = Path(module.__file__).read_text(encoding="utf-8").replace(OURS, THEIRS)
    twin = types.ModuleType(module.__name__)
    twin.__file__ = module.__file__
    exec(compile(source, module.__file__, "exec"), twin.__dict__)
    return twin


def raised(call: Callable[[], object]) -> type[BaseException] | None:
    try:
        call()
    except (AttributeError, TypeError) as error:
        return type(error)
    return None


def parameters(cls: type) -> list[tuple[str, object, bool]]:
    # The signature is there when the first object is made; a call with too many values makes it, and no object.
    assert raised(lambda: cls(*range(100))) is TypeError
    return [(p.name, p.kind, p.default is p.empty) for p in inspect.signature(cls).parameters.values()]


@pytest.mark.parametrize("name", sorted(users()))
def test_classes_are_as_the_standard_library_makes_them(name: str) -> None:
    module = importlib.import_module(name)
    twin = twin_of(module)
    classes = [c for c in vars(module).values() if isinstance(c, type) and is_dataclass(c) and c.__module__ == name]
    for cls in classes:
        other = getattr(twin, cls.__name__)
        assert [(f.name, f.compare, f.repr, f.init) for f in fields(cls)] == [
            (f.name, f.compare, f.repr, f.init) for f in other.__dataclass_fields__.values()
        ]
        assert cls.__match_args__ == other.__match_args__
        assert cls.__doc__ == other.__doc__ or cls.__doc__ is None
        assert hasattr(cls, "__dict__") or cls.__slots__ == other.__slots__
        assert parameters(cls) == parameters(other)
        if not hasattr(cls, "__post_init__"):
            same_behaviour(cls, other)


def same_behaviour(cls: type[Any], other: type[Any]) -> None:
    values = {f.name: f"value of {f.name}" for f in fields(cls)}
    ours, theirs = cls(**values), other(**values)
    if cls.__repr__ is not object.__repr__:
        assert repr(ours) == repr(theirs)
    assert (ours == cls(**values)) is (theirs == other(**values))
    assert raised(lambda: hash(ours)) is raised(lambda: hash(theirs))
    assert replace(ours) is not ours
    for name in values:
        changed = values | {name: "another"}
        assert (ours == replace(ours, **{name: "another"})) is (theirs == other(**changed))
        assert getattr(replace(ours, **{name: "another"}), name) == "another"
        for operation in ("__lt__", "__ge__"):
            said = getattr(ours, operation)(cls(**changed))
            assert said is getattr(theirs, operation)(other(**changed))
        mine, its = cls(**values), other(**values)
        assert raised(partial(setattr, mine, name, 1)) is raised(partial(setattr, its, name, 1))
        assert raised(partial(delattr, mine, name)) is raised(partial(delattr, its, name))


def test_a_default_is_made_anew_for_each_object() -> None:
    @dataclass(slots=True)
    class Box:
        items: list[int] = field(default_factory=list)
        size: int = 1

    first, second = Box(), Box(size=2)
    first.items.append(1)
    assert (first, second) == (Box([1]), Box([], 2))


def test_a_subclass_has_the_fields_of_its_base_first() -> None:
    @dataclass(frozen=True, slots=True)
    class Base:
        one: int

    @dataclass(frozen=True, slots=True)
    class Derived(Base):
        two: int = 2

    class Plain(Derived):
        pass

    assert repr(Plain(1)).endswith("Plain(one=1, two=2)")
    assert Derived(1) == Derived(1, 2) != Derived(1, 3)
    assert Derived(1) != Base(1)
    with pytest.raises(FrozenInstanceError):
        Derived(1).one = 2  # type: ignore[misc]


def test_no_other_module_pays_for_the_standard_library_s() -> None:
    others = [file.name for file in PACKAGE.rglob("*.py") if THEIRS in file.read_text(encoding="utf-8")]
    assert others == ["records.py"]
