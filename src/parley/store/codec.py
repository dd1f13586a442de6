"""Lossless JSON of the nouns, for the file. The JSON that people and programs read is `views/contract.py`."""

import json
import types
import typing
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")
Decode = Callable[[Any], Any]


def dumps(value: object) -> str:
    """A noun as compact JSON: a dataclass is the list of its fields in order, so renaming a field costs nothing."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def loads(kind: type[T], text: str) -> T:
    """The noun of that class. Raises ValueError where the JSON has another shape."""
    return many(kind, (text,))[0]


def many(kind: type[T], texts: Iterable[str]) -> tuple[T, ...]:
    """The nouns of that class, one a text; parsed together, as that is quicker. Raises ValueError."""
    told = f"[{','.join(texts)}]"
    try:
        return cast(tuple[T, ...], _each(_decoder(cast(Any, kind)))(json.loads(told)))
    except (TypeError, ValueError, LookupError) as error:
        raise ValueError(f"not a {kind.__name__}: {told[1:80]}") from error


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return [_plain(getattr(value, f.name)) for f in fields(value)]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(x) for x in value]
    return value


@cache
def _decoder(kind: Any) -> Decode | None:
    """What makes a value of that type of its JSON; None where the JSON is the value."""
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        return _optional(_decoder(next(k for k in typing.get_args(kind) if k is not type(None))))
    if origin is tuple:
        parts = typing.get_args(kind)
        if len(parts) == 2 and parts[1] is Ellipsis:
            return _each(_decoder(parts[0]))
        return _fixed(tuple(map(_decoder, parts)))
    if is_dataclass(kind):
        return _fields(cast(type, kind))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {member.value: member for member in kind}.__getitem__
    return None


def _optional(decode: Decode | None) -> Decode | None:
    return None if decode is None else lambda value: None if value is None else decode(value)


def _each(decode: Decode | None) -> Decode:
    return tuple if decode is None else lambda values: tuple([decode(x) for x in values])


def _fixed(decoders: tuple[Decode | None, ...]) -> Decode:
    return lambda values: tuple(d(x) if d else x for d, x in zip(decoders, values, strict=True))


def _fields(kind: type) -> Decode:
    """Fields are only ever added at the end, with a default: an older file stays readable."""
    hints = typing.get_type_hints(kind)
    decoders = [(n, d) for n, f in enumerate(fields(kind)) if (d := _decoder(hints[f.name]))]

    def decode(values: list[Any]) -> Any:
        told = len(values)
        for n, inner in decoders:
            if n < told:
                values[n] = inner(values[n])
        return kind(*values)

    return decode
