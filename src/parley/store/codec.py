"""Lossless JSON of the nouns, for the file. The JSON that people and programs read is `views/contract.py`."""

import json
import types
import typing
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")


def dumps(value: object) -> str:
    """A noun as compact JSON: a dataclass is the list of its fields in order, so renaming a field costs nothing."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def loads(kind: type[T], text: str) -> T:
    """The noun of that class. Raises ValueError where the JSON has another shape."""
    try:
        return cast(T, _typed(kind, json.loads(text)))
    except (TypeError, ValueError, LookupError) as error:
        raise ValueError(f"not a {kind.__name__}: {text[:80]}") from error


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return [_plain(getattr(value, f.name)) for f in fields(value)]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(x) for x in value]
    return value


def _typed(kind: Any, value: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        inner = [k for k in typing.get_args(kind) if k is not type(None)]
        return None if value is None else _typed(inner[0], value)
    if origin is tuple:
        parts = typing.get_args(kind)
        if len(parts) == 2 and parts[1] is Ellipsis:
            return tuple(_typed(parts[0], x) for x in value)
        return tuple(_typed(k, x) for k, x in zip(parts, value, strict=True))
    if is_dataclass(kind):
        kinds = _kinds(cast(type, kind))
        if len(value) > len(kinds):
            raise ValueError(f"{len(value)} fields for {len(kinds)}")
        # fields are only ever added at the end, with a default: an older file stays readable
        return cast(Any, kind)(*(_typed(k, x) for k, x in zip(kinds, value, strict=False)))
    return kind(value) if isinstance(kind, type) and issubclass(kind, StrEnum) else value


@cache
def _kinds(kind: type) -> tuple[Any, ...]:
    hints = typing.get_type_hints(kind)
    return tuple(hints[f.name] for f in fields(kind))
