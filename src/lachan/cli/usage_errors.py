"""What is wrong with a call of the command line, in Vietnamese: where, what was expected, found."""

from __future__ import annotations

import re
from typing import Any

from rich.text import Text
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)

from lachan.cli.console import err
from lachan.schema_words import describe_fault

# What Typer says without an exception of its own for it.
_PLAIN = (
    (re.compile(r"Missing command\."), "thiếu tên lệnh"),
    (re.compile(r"Got unexpected extra argument\(s\) \((.*)\)", re.DOTALL), r"thừa: \1"),
)


def print_usage_error(error: UsageError) -> None:
    """Print how the command is used, where its help is, and what was wrong."""
    if isinstance(error, NoArgsIsHelpError):
        # The help is what was asked for, and has been printed.
        return
    if error.ctx is not None:
        err.print(error.ctx.get_usage(), markup=False)
        err.print(f"Xem trợ giúp: {error.ctx.command_path} --help", style="dim", markup=False)
    err.print(Text.assemble(("lỗi ", "bold red"), tell_usage_error(error)))


def tell_usage_error(error: UsageError) -> str:
    """Return what is wrong as a sentence that begins with the option or argument, where known."""
    if isinstance(error, MissingParameter):
        return f"thiếu {_name(error)}{_list_choices(error.param)}"
    if isinstance(error, BadParameter):
        name = _name(error)
        return f"{name}: {_tell_value(error)}" if name else error.message
    if isinstance(error, NoSuchOption):
        near = sorted(error.possibilities or ())
        hint = f"; có phải là {near[0]}?" if near else ""
        return f"không có tùy chọn {error.option_name}{hint}"
    if isinstance(error, BadOptionUsage):
        flags = {name for each in _params(error) if each.is_flag for name in _names(each)}
        if error.option_name in flags:
            return f"{error.option_name}: tùy chọn này không nhận giá trị"
        return f"{error.option_name}: thiếu giá trị sau tùy chọn này"
    for pattern, told in _PLAIN:
        if found := pattern.fullmatch(error.message):
            return found.expand(told)
    return error.message


def _tell_value(error: BadParameter) -> str:
    """Return what is wrong with a value: our own words, or pydantic's in Vietnamese."""
    # Typer has loaded it by the time a value is wrong; other calls do without.
    from pydantic import ValidationError

    cause = error.__cause__
    if not isinstance(cause, ValidationError):
        return error.message
    fault: dict[str, Any] = dict(cause.errors()[0])
    shown = f'thấy "{fault["input"]}"'
    if choices := _list_choices(error.param):
        return f"không có lựa chọn này{choices}; {shown}"
    if fault["type"] == "value_error" and error.param and error.param.type_descriptor.is_datetime:
        return f"cần một ngày dạng 2026-11-24; {shown}"
    return describe_fault(fault)[0]


def _list_choices(param: Any) -> str:
    choices = param.type_descriptor.choices if param is not None else None
    return f", chọn một trong: {', '.join(map(str, choices))}" if choices else ""


def _name(error: BadParameter) -> str:
    if isinstance(error.param_hint, str):
        return error.param_hint
    if error.param is None:
        return ""
    if error.param.param_type_name == "option":
        return " / ".join(error.param.opts)
    return str(error.param.display_name_raw)


def _params(error: BadOptionUsage) -> list[Any]:
    context = error.ctx
    params = context.command.get_params(context) if context is not None else []
    return [each for each in params if each.param_type_name == "option"]


def _names(option: Any) -> list[str]:
    return [*option.opts, *option.secondary_opts]
