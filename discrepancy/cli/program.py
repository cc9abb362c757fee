"""How every command ends: an exit code and, when something went wrong, one line on standard error."""

from __future__ import annotations

import contextlib
import sys
import traceback
from typing import Any

import click
from click.core import ParameterSource

from discrepancy.cli.config import CONFIG
from discrepancy.errors import DiscrepancyError
from discrepancy.language.printable import printable

CONFLICTS_FOUND, TROUBLE, INTERRUPTED = 1, 2, 130
DEBUG = "discrepancy.debug"


class Program(click.Group):
    """A group in which every failure is one line and exit code 2; an uncaught error would exit with 1: "conflicts"."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run and exit with the code that the command returns."""
        try:
            code = super().main(*args, **{**extra, "standalone_mode": False})
        except click.Abort:
            code = INTERRUPTED
        except click.ClickException as error:
            code = _complain(_usage_words(error))
        sys.exit(code or 0)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; whatever goes wrong in it ends here."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except DiscrepancyError as error:
            return _complain(str(error))
        except MemoryError:
            return _complain("the memory of this machine does not suffice for these articles")
        except Exception as error:
            if ctx.meta.get(DEBUG):
                say(traceback.format_exc())
            return _complain(f"unexpected {type(error).__name__}: {error} (--debug shows where)")


def remember_debug(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    """Keep ``--debug`` where the end of the program finds it."""
    ctx.meta[DEBUG] = value


def say(words: str) -> None:
    """``words`` on standard error; a standard error that is closed or full changes nothing."""
    with contextlib.suppress(OSError):
        click.echo(words, err=True)


def _complain(words: str) -> int:
    say(f"discrepancy: {printable(' '.join(words.split()))}")
    return TROUBLE


def _usage_words(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    if context is None:
        return error.format_message()
    parameter = getattr(error, "param", None)
    if parameter is not None and context.get_parameter_source(parameter.name) is ParameterSource.DEFAULT_MAP:
        return f"{context.meta.get(CONFIG)}: {error.format_message()}"
    return f"{error.format_message()} (see {context.command_path} --help)"
