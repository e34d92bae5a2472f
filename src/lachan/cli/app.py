"""A command line whose frame is Vietnamese too: headings, usage, kinds of values, and errors."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn, TypeVar

import typer
from typer import rich_utils
from typer._click.core import Command as AnyCommand
from typer._click.core import Context, Parameter
from typer._click.exceptions import UsageError
from typer._click.formatting import HelpFormatter
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from lachan.cli.console import err
from lachan.cli.usage_errors import print_usage_error

OPTIONS = "[TÙY_CHỌN]"
SUBCOMMAND = "LỆNH [THAM_SỐ]…"

# Typer has no setting for these words.
rich_utils.ARGUMENTS_PANEL_TITLE = "Tham số"
rich_utils.OPTIONS_PANEL_TITLE = "Tùy chọn"
rich_utils.COMMANDS_PANEL_TITLE = "Lệnh"
rich_utils.DEFAULT_STRING = "[mặc định: {}]"
rich_utils.REQUIRED_LONG_STRING = "[bắt buộc]"

# What stands for a value, by the name that Typer has for its kind.
_VALUES = {
    "<str>": "CHỮ",
    "<list[str]>": "CHỮ",
    "<int>": "SỐ",
    "<int range>": "SỐ",
    "<path>": "ĐƯỜNG_DẪN",
    "<list[Path]>": "ĐƯỜNG_DẪN",
    "<%Y-%m-%d>": "NĂM-THÁNG-NGÀY",
}


def _name_no_kind(_argument: TyperArgument, ctx: Context) -> str:  # noqa: ARG001 - as Typer asks
    """Return nothing beside an argument: its name says what it is."""
    return ""


TyperArgument.display_type_rich = _name_no_kind  # type: ignore[assignment, method-assign]

_Function = TypeVar("_Function", bound=Callable[..., Any])


class _Vietnamese(AnyCommand):
    """The parts of a command's help that Typer writes in English."""

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="Cách dùng: ")

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except UsageError as error:
            # What the parser finds comes without the command that it was called for.
            error.ctx = error.ctx or ctx
            raise

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "In trang trợ giúp này."
        return option

    def get_params(self, ctx: Context) -> list[Parameter]:
        params = super().get_params(ctx)
        for each in params:
            if isinstance(each, TyperOption):
                _describe(each, ctx)
        return params


def _describe(option: TyperOption, context: Context) -> None:
    """Name the value of an option, and say of a switch with two names which one holds."""
    if option.metavar is None:
        option.metavar = _name_value(option, context)
    if option.secondary_opts and option.show_default and option.default is not None:
        option.show_default = False
        option.help = f"{option.help} (mặc định: {'có' if option.default else 'không'})"


def _name_value(option: TyperOption, context: Context) -> str:
    """Return what stands for the value: nothing for a switch, else its choices or its kind."""
    if option.is_flag:
        return ""
    if option.type_descriptor.is_choice:
        return "|".join(map(str, option.type_descriptor.choices or ()))
    return _VALUES.get(option.display_type(context), "GIÁ_TRỊ")


class Command(_Vietnamese, TyperCommand):
    """One command."""


class Group(_Vietnamese, TyperGroup):
    """Commands below a name; the outermost prints what is wrong with a call."""

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, AnyCommand | None, list[str]]:
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            near = difflib.get_close_matches(name, self.commands, n=1)
            hint = (
                f'có phải là "{near[0]}"?' if near else f"có các lệnh: {', '.join(self.commands)}"
            )
            ctx.fail(f'không có lệnh "{name}"; {hint}')
        return super().resolve_command(ctx, args)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        def run() -> Any:
            return super(Group, self).main(
                args, prog_name, complete_var, False, windows_expand_args, **extra
            )

        return _end_with(run) if standalone_mode else run()


def _end_with(run: Callable[[], Any]) -> NoReturn:
    """Run a command and end the program with its status, what is wrong with the call told."""
    try:
        status = run()
    except UsageError as error:
        print_usage_error(error)
        sys.exit(error.exit_code)
    except typer.Abort:
        err.print("Đã dừng.", style="red")
        sys.exit(1)
    # A command that ends by `typer.Exit` has its status returned.
    sys.exit(status if isinstance(status, int) else 0)


class App(typer.Typer):
    """A group of commands; without a word after its name, it shows its help.

    Parameters
    ----------
    help
        What its commands are for, one sentence.
    """

    def __init__(self, help: str) -> None:  # noqa: A002 (Typer calls it so)
        super().__init__(
            help=help,
            cls=Group,
            no_args_is_help=True,
            options_metavar=OPTIONS,
            subcommand_metavar=SUBCOMMAND,
            add_completion=False,
            pretty_exceptions_enable=False,
        )

    def command(
        self, name: str | None = None, *, cls: type[TyperCommand] | None = None, **settings: Any
    ) -> Callable[[_Function], _Function]:
        """Return what makes a function a command of that name."""
        return super().command(name, cls=cls or Command, options_metavar=OPTIONS, **settings)
