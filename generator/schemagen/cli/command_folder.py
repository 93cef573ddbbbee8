"""The files of `cli/commands` in; the group of all commands out, each imported only when it is called."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from schemagen import __version__
from schemagen.cli.colour import colour_setting
from schemagen.cli.invocation import Invocation

_FOLDER = Path(__file__).parent / "commands"
_SUMMARY_WIDTH = 90


class CommandFolder(click.Group):
    """A group whose commands are the files of a folder.

    `drop_all.py` is the command `drop-all` and exposes it as a function `command`. Files that begin with an
    underscore are not commands. The summary of a command, for help and completion, is the first sentence of
    that function's docstring and is read from the source: importing every command would make help slow.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, sorted."""
        return sorted(_name(file) for file in _FOLDER.glob("*.py") if not file.stem.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the file of one command; None when there is no such file."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"schemagen.cli.commands.{_stem(cmd_name)}")
        command = module.command
        if not isinstance(command, click.Command):
            raise TypeError(f"cli/commands/{_stem(cmd_name)}.py: `command` is not a click command")
        command.name = cmd_name
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with suggestions from the folder for a name that is not a command."""
        names = self.list_commands(ctx)
        if args[0] not in names and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise click.exceptions.NoSuchCommand(args[0], possibilities=names, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands with their summaries, for the help of the group."""
        rows = [(name, summary(name)) for name in self.list_commands(ctx)]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Names of commands and options of the group that begin with what was typed."""
        names = [name for name in self.list_commands(ctx) if name.startswith(incomplete)]
        items = [CompletionItem(name, help=summary(name)) for name in names]
        return items + click.Command.shell_complete(self, ctx, incomplete)


def summary(name: str) -> str:
    """The first sentence of a command's help, or an empty string when it has no docstring."""
    tree = ast.parse((_FOLDER / f"{_stem(name)}.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "command":
            # Click shortens the text, so that it is the same as in the help of the command itself.
            return click.Command(name, help=ast.get_docstring(node)).get_short_help_str(_SUMMARY_WIDTH)
    return ""


@click.command(
    cls=CommandFolder,
    name="schemagen",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.version_option(__version__, prog_name="schemagen", message="%(prog)s %(version)s")
@click.option(
    "--debug",
    is_flag=True,
    envvar="SCHEMAGEN_DEBUG",
    help="Show tracebacks. The environment variable SCHEMAGEN_DEBUG=1 does the same.",
)
@click.pass_context
def schemagen(ctx: click.Context, debug: bool) -> None:
    """One specification in; reversible PostgreSQL migrations, policies, TypeScript and Zod out."""
    ctx.ensure_object(Invocation).debug = debug
    ctx.color = colour_setting()


def _name(file: Path) -> str:
    return file.stem.replace("_", "-")


def _stem(name: str) -> str:
    return name.replace("-", "_")
