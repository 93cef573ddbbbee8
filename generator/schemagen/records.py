"""`dataclass` as the standard library has it, for a tenth of what its classes cost when they are made.

The standard library writes and compiles up to eight methods for every class while the module is imported: for all the
classes of this program twice what its whole other start costs. Here every class shares the methods that need not know
the names of its fields, and `__init__` is compiled when the first object is made, so that a class that a run does not
use costs nearly nothing. A frozen object is also made faster, by its slots and not by name.

For a type checker these are the functions of the standard library; `tests/test_records.py` holds every class of the
program against what the standard library would have made of it. Not here: InitVar and ClassVar.
"""

from __future__ import annotations

import inspect
import reprlib
from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

__all__ = ["dataclass", "field", "fields", "is_dataclass", "replace"]

_MISSING: Any = type("Missing", (), {"__repr__": lambda self: "<no default>"})()


class _Field(NamedTuple):
    """A field as `fields` answers it."""

    name: str = ""
    default: Any = _MISSING
    default_factory: Any = _MISSING
    compare: bool = True
    repr: bool = True
    init: bool = True
    kw_only: bool = False


def _dataclass(
    cls: type | None = None,
    /,
    *,
    frozen: bool = False,
    slots: bool = False,
    kw_only: bool = False,
    order: bool = False,
    eq: bool = True,
) -> Any:
    if cls is None:
        return lambda cls: _dataclass(cls, frozen=frozen, slots=slots, kw_only=kw_only, order=order, eq=eq)
    inherited: dict[str, _Field] = {}
    for base in reversed(cls.__mro__[1:]):
        inherited |= getattr(base, "__record_fields__", {})
    own = {name: _field_of(cls, name, kw_only) for name in inspect.get_annotations(cls)}
    found = inherited | own
    methods: dict[str, Any] = {
        "__record_fields__": found,
        "__compared__": _values([name for name, field in found.items() if field.compare]),
        "__match_args__": tuple(name for name, field in found.items() if field.init and not field.kw_only),
        "__repr__": _repr,
        "__init__": _first_init(found, frozen, slots),
    }
    if eq:
        methods |= {"__eq__": _equal, "__hash__": _hash if frozen else None}
    if order:
        methods |= _ORDER
    if frozen:
        methods |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
    # What the class says itself goes before what would be made for it.
    methods |= {name: value for name, value in cls.__dict__.items() if name not in found}
    methods.pop("__dict__", None)
    methods.pop("__weakref__", None)
    if slots:
        methods["__slots__"] = tuple(name for name in own if name not in inherited)
    methods["__qualname__"] = cls.__qualname__
    if not slots:
        methods |= {name: field.default for name, field in own.items() if field.default is not _MISSING}
    return type(cls)(cls.__name__, cls.__bases__, methods)


def _field_of(cls: type, name: str, kw_only: bool) -> _Field:
    default = cls.__dict__.get(name, _MISSING)
    if isinstance(default, _Field):
        return default._replace(name=name, kw_only=kw_only)
    return _Field(name, default, kw_only=kw_only)


def _field(
    *,
    default: Any = _MISSING,
    default_factory: Any = _MISSING,
    compare: bool = True,
    repr: bool = True,
    init: bool = True,
) -> _Field:
    return _Field("", default, default_factory, compare, repr, init)


def _fields(record: Any) -> tuple[_Field, ...]:
    return tuple(record.__record_fields__.values())


def _is_dataclass(value: object) -> bool:
    return hasattr(value, "__record_fields__")


def _replace(record: Any, /, **changes: Any) -> Any:
    for name, field in record.__record_fields__.items():
        if field.init and name not in changes:
            changes[name] = getattr(record, name)
    return record.__class__(**changes)


def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]] | staticmethod[[Any], tuple[Any, ...]]:
    """Answers the values of the fields as a tuple; what it is must not be bound to an object when taken from it."""
    if len(names) > 1:
        return attrgetter(*names)
    if not names:
        return staticmethod(lambda record: ())
    only = attrgetter(*names)
    return staticmethod(lambda record: (only(record),))


def _equal(self: Any, other: Any) -> bool:
    if other.__class__ is not self.__class__:
        return NotImplemented  # type: ignore[no-any-return]  # typeshed knows it in operators only
    values = self.__compared__
    return bool(values(self) == values(other))


def _hash(self: Any) -> int:
    return hash(self.__compared__(self))


def _comparison(name: str) -> Callable[[Any, Any], bool]:
    compare = getattr(tuple, name)

    def method(self: Any, other: Any) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented  # type: ignore[no-any-return]  # typeshed knows it in operators only
        values = self.__compared__
        return bool(compare(values(self), values(other)))

    return method


_ORDER = {name: _comparison(name) for name in ("__lt__", "__le__", "__gt__", "__ge__")}


@reprlib.recursive_repr()
def _repr(self: Any) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in _fields(self) if field.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _refuse_to_set(self: object, name: str, value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _first_init(found: Mapping[str, _Field], frozen: bool, slots: bool) -> Callable[..., None]:
    """An `__init__` that puts the real one in its place when the first object is made."""

    def __init__(self: Any, /, *args: Any, **kwargs: Any) -> None:
        # The object may be of a subclass that took this method over.
        cls = next(cls for cls in type(self).__mro__ if cls.__dict__.get("__init__") is __init__)
        compiled = _compile_init(cls, found, frozen, slots)
        cls.__init__ = compiled  # type: ignore[misc]  # replacing itself is what it is for
        compiled(self, *args, **kwargs)

    return __init__


def _compile_init(cls: type, found: Mapping[str, _Field], frozen: bool, slots: bool) -> Callable[..., None]:
    scope: dict[str, Any] = {"_MISSING": _MISSING, "_set": object.__setattr__}
    parameters: list[str] = []
    keywords: list[str] = []
    body: list[str] = []
    for name, field in found.items():
        if not field.init:
            # Such a field is for `__post_init__` to fill.
            continue
        value, default = name, ""
        if field.default_factory is not _MISSING:
            scope[f"_factory_{name}"] = field.default_factory
            value, default = f"_factory_{name}() if {name} is _MISSING else {name}", "=_MISSING"
        elif field.default is not _MISSING:
            scope[f"_default_{name}"] = field.default
            default = f"=_default_{name}"
        (keywords if field.kw_only else parameters).append(name + default)
        if not frozen:
            body.append(f"self.{name} = {value}")
        elif slots:
            scope[f"_set_{name}"] = getattr(cls, name).__set__
            body.append(f"_set_{name}(self, {value})")
        else:
            body.append(f"_set(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    signature = ", ".join(["self", *parameters, *(["*", *keywords] if keywords else [])])
    exec(f"def __init__({signature}):\n " + "\n ".join(body or ["pass"]), scope)
    init: Callable[..., None] = scope["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


if TYPE_CHECKING:
    from dataclasses import dataclass, field, fields, is_dataclass, replace
else:
    dataclass, field, fields, is_dataclass, replace = _dataclass, _field, _fields, _is_dataclass, _replace
