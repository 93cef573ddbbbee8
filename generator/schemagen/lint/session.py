"""SET, BEGIN and COMMIT in, what holds for the next statement out: settings in force and the open transaction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from schemagen.lint.database import TEMPORARY, Database
from schemagen.lint.lock_modes import TableLock, stronger
from schemagen.lint.nodes import Node, constant, unwrap
from schemagen.model.names import QualifiedName
from schemagen.records import dataclass, field

_DEFAULT_PATH = "public"


@dataclass(slots=True)
class Session:
    """One run of one file. Values of settings are text as SHOW would give it; what cannot be known is left out."""

    in_transaction: bool = False
    _session: dict[str, str] = field(default_factory=dict)
    _transaction: dict[str, str] = field(default_factory=dict)
    _local: dict[str, str] = field(default_factory=dict)
    _path: tuple[str, ...] | None = None
    _made_schema: str | None = None
    _locks: dict[QualifiedName, str] = field(default_factory=dict)

    def lock_held(self, table: QualifiedName) -> str | None:
        """The mode of the strongest blocking lock that the open transaction has on a table already."""
        return self._locks.get(table)

    def hold(self, lock: TableLock) -> None:
        """Note a lock until the transaction ends; outside of one it is gone with its statement."""
        if self.in_transaction:
            self._locks[lock.table] = stronger(lock.mode, self._locks.get(lock.table, lock.mode))

    def setting(self, name: str) -> str | None:
        """The value in force, None where nothing in the file has set it."""
        for values in (self._local, self._transaction, self._session):
            if name in values:
                return values[name]
        return None

    @property
    def search_path(self) -> tuple[str, ...]:
        """The schemas in which a name without one is looked up."""
        if self._path is None:
            self._path = split_path(self.setting("search_path") or _DEFAULT_PATH)
        return self._path if self._made_schema is None else (self._made_schema, *self._path)

    @contextmanager
    def making_schema(self, name: str) -> Iterator[None]:
        """While the statements in a CREATE SCHEMA run: they make and look for everything there first."""
        self._made_schema = name
        try:
            yield
        finally:
            self._made_schema = None

    def set(self, fields: Node) -> None:
        """A VariableSetStmt."""
        self._path = None
        name = fields.get("name", "").lower()
        kind = fields.get("kind", "VAR_SET_VALUE")
        if kind == "VAR_RESET_ALL":
            for values in (self._local, self._transaction, self._session):
                values.clear()
        elif fields.get("is_local"):
            # Outside of a transaction SET LOCAL does nothing but warn.
            if self.in_transaction:
                self._put(self._local, name, fields)
        else:
            self._local.pop(name, None)
            self._put(self._transaction if self.in_transaction else self._session, name, fields)

    def transaction(self, fields: Node) -> None:
        """A TransactionStmt; savepoints change nothing here."""
        self._path = None
        match fields.get("kind"):
            case "TRANS_STMT_BEGIN" | "TRANS_STMT_START" | None:
                self.in_transaction = True
            case "TRANS_STMT_COMMIT" | "TRANS_STMT_ROLLBACK" | "TRANS_STMT_PREPARE" as kind:
                if kind != "TRANS_STMT_ROLLBACK":
                    self._session.update(self._transaction)
                self._transaction.clear()
                self._local.clear()
                self._locks.clear()
                self.in_transaction = bool(fields.get("chain"))

    def resolve(self, parts: tuple[str, ...], database: Database, *, temporary: bool = False) -> QualifiedName:
        """The schema and name that a statement means: where the search path has it, else where it would be made."""
        if len(parts) > 1:
            return QualifiedName(parts[-2], parts[-1])
        name = parts[0] if parts else ""
        if temporary:
            return QualifiedName(TEMPORARY, name)
        for schema in (TEMPORARY, *self.search_path):
            candidate = QualifiedName(schema, name)
            if candidate in database.relations or candidate in database.index_tables:
                return candidate
        return QualifiedName(self.creation_schema, name)

    @property
    def creation_schema(self) -> str:
        """The schema in which something without a schema is made."""
        made_in = (schema for schema in self.search_path if schema not in (TEMPORARY, "pg_catalog"))
        return next(made_in, _DEFAULT_PATH)

    def _put(self, values: dict[str, str], name: str, fields: Node) -> None:
        value = setting_value(fields)
        if value is None:
            values.pop(name, None)
        else:
            values[name] = value


def setting_value(fields: Node) -> str | None:
    """The value that a VariableSetStmt sets, as SHOW would give it; None for DEFAULT and RESET.

    In `SET search_path = 'a, b'` the text is one name with a comma in it: such a name is put into double quotes.
    """
    words = []
    for argument in fields.get("args", ()):
        text = constant(argument)
        if text is None:
            _, inner = unwrap(argument)
            number = inner.get("ival", inner.get("fval", inner.get("boolval", {})))
            text = str(next(iter(number.values()), 0)) if isinstance(number, dict) else ""
        words.append(f'"{text}"' if "," in text else text)
    return ", ".join(words) if words else None


def split_path(value: str) -> tuple[str, ...]:
    """The schemas of a search_path setting; `"$user"` is left out, since a schema of that name is rare."""
    words = (quoted or bare.strip() for quoted, bare in _SCHEMA.findall(value))
    return tuple(word for word in words if word and word != "$user")


_SCHEMA = re.compile(r'"([^"]*)"|([^",]+)')
