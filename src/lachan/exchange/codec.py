"""Values of the domain as JSON-ready data and back: pydantic's schema of a dataclass, built here.

pydantic makes a schema of any dataclass by itself, but only under the names of its fields and with
rich text as its classes; and the domain may not know pydantic, so that it cannot say otherwise
there (docs/decisions/0014).
"""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from functools import cached_property
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import CoreSchema, SchemaSerializer, SchemaValidator
from pydantic_core import core_schema as cs

from lachan.domain.rich.node_reader import from_nodes
from lachan.domain.rich.nodes import to_nodes
from lachan.domain.rich.text import RichText
from lachan.exchange.json_files import CodecError
from lachan.schema_words import name_kind, tell_fault

T = TypeVar("T")


def written_as(
    read: Callable[[Any], Any], write: Callable[[Any], Any], expected: str
) -> CoreSchema:
    """Return the schema of a value with its own spelling.

    Parameters
    ----------
    read, write
        From JSON's types and to them; `read` may raise whatever a wrong value makes it raise.
    expected
        What is read, in Vietnamese, as "một ngày".
    """

    def check(value: Any) -> Any:
        try:
            return read(value)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError(f"cần {expected}; thấy {name_kind(value)}") from error

    return cs.no_info_plain_validator_function(
        check, serialization=cs.plain_serializer_function_ser_schema(write)
    )


_LEAVES: dict[Any, CoreSchema] = {
    bool: cs.bool_schema(strict=True),
    int: cs.int_schema(strict=True),
    Any: cs.any_schema(),
    bytes: written_as(
        lambda text: base64.b64decode(text, validate=True),
        lambda data: base64.b64encode(data).decode(),
        "dữ liệu dạng Base64",
    ),
    dt.date: written_as(dt.date.fromisoformat, dt.date.isoformat, "một ngày dạng 2026-11-24"),
    dt.datetime: written_as(
        dt.datetime.fromisoformat,
        lambda moment: moment.astimezone(dt.UTC).isoformat(),
        "ngày giờ dạng 2026-11-24T08:00:00+00:00",
    ),
    RichText: written_as(from_nodes, to_nodes, "văn bản có định dạng"),
}


@dataclass(frozen=True)
class Codec(Generic[T]):
    """Writes and reads one dataclass of the domain with all that it holds.

    Fields that no value is compared by, as where it was read, are left out.

    Attributes
    ----------
    names
        Field → its name in the file, where that is another one; or the path to it from there, and
        then whoever dumps writes it.
    spare
        Fields that are left out where they are empty.
    late
        Fields that the first files lacked; left out when reading, they have their default. None
        lets every field with a default be left out.
    apart
        Fields that are written elsewhere: left out here, and taken as they are when reading.
    special
        Field → the schema of its value, where its type does not say how it is written.
    closed
        Refuse fields that are not known; otherwise they are passed over.
    """

    kind: type[T]
    names: Mapping[str, str | list[str | int]] = field(default_factory=dict)
    spare: Collection[str] = ()
    late: Collection[str] | None = None
    apart: Collection[str] = ()
    special: Mapping[str, CoreSchema] = field(default_factory=dict)
    closed: bool = False

    def dump(self, value: T) -> dict[str, Any]:
        """Return a value as JSON-ready data."""
        data: dict[str, Any] = self._serializer.to_python(value, mode="json", by_alias=True)
        return data

    def load(self, data: object, *place: str | int) -> T:
        """Return the value that `dump` gave as data.

        Parameters
        ----------
        place
            Where the data stands in its file, for the message.

        Raises
        ------
        CodecError
            If it is something else.
        """
        try:
            value: T = self._validator.validate_python(data)
        except ValidationError as error:
            fault = error.errors(include_url=False)[0]
            raise CodecError(tell_fault(dict(fault), place)) from error
        return value

    @cached_property
    def _schema(self) -> CoreSchema:
        return self._of_dataclass(self.kind)

    # Built when first used: most commands write nothing.
    @cached_property
    def _validator(self) -> SchemaValidator:
        return SchemaValidator(self._schema)

    @cached_property
    def _serializer(self) -> SchemaSerializer:
        return SchemaSerializer(self._schema)

    def _of_dataclass(self, kind: Any) -> CoreSchema:
        hints = get_type_hints(kind)
        arguments = cs.dataclass_args_schema(
            kind.__name__,
            [self._of_field(each, hints[each.name]) for each in fields(kind)],
            extra_behavior="forbid" if self.closed else "ignore",
        )
        names = [each.name for each in fields(kind)]
        return cs.dataclass_schema(kind, arguments, names, slots="__slots__" in vars(kind))

    def _of_field(self, one: Field[Any], hint: Any) -> cs.DataclassField:
        name = one.name
        schema = self.special.get(name) or self._of(Any if name in self.apart else hint)
        if self._may_lack(one):
            schema = cs.with_default_schema(
                schema,
                **(
                    {"default_factory": one.default_factory}
                    if one.default is MISSING
                    else {"default": one.default}
                ),
            )
        told = self.names.get(name, name)
        return cs.dataclass_field(
            name,
            schema,
            init=None if one.compare else False,
            validation_alias=told,
            serialization_alias=told if isinstance(told, str) else None,
            serialization_exclude=not (one.compare and isinstance(told, str)) or name in self.apart,
            serialization_exclude_if=(lambda value: not value) if name in self.spare else None,
        )

    def _may_lack(self, one: Field[Any]) -> bool:
        if one.default is MISSING and one.default_factory is MISSING:
            return False
        known = self.late is None or one.name in self.late or one.name in self.spare
        return known or not one.compare

    def _of(self, hint: Any) -> CoreSchema:
        if hint in _LEAVES:
            return _LEAVES[hint]
        if is_dataclass(hint):
            return self._of_dataclass(hint)
        origin, parts = get_origin(hint), get_args(hint)
        if origin is tuple and parts[-1] is Ellipsis:
            return cs.tuple_variable_schema(self._of(parts[0]))
        if origin is frozenset:
            in_order = cs.plain_serializer_function_ser_schema(sorted)
            return cs.frozenset_schema(self._of(parts[0]), serialization=in_order)
        if origin is Mapping:
            return cs.dict_schema(*map(self._of, parts))
        if NoneType in parts:
            return cs.nullable_schema(self._of(parts[0]))
        return TypeAdapter(hint).core_schema
