"""`schemagen completion`: the name of a shell in, the script that completes the command in that shell out."""

from __future__ import annotations

import click
from click.shell_completion import ShellComplete, get_completion_class

from schemagen.cli.invocation import OutputFormat, format_option
from schemagen.cli.printing import print_json

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@format_option
@click.pass_context
def command(ctx: click.Context, shell: str, format: OutputFormat) -> None:
    """Print the completion script for a shell.

    \b
    bash 4.4 or newer, in ~/.bashrc:
        eval "$(schemagen completion bash)"
    zsh, in ~/.zshrc after compinit:
        eval "$(schemagen completion zsh)"
    fish, once:
        schemagen completion fish > ~/.config/fish/completions/schemagen.fish
    """
    completion_class = get_completion_class(shell)
    if completion_class is None:
        raise LookupError(f"click has no completion for {shell}")
    completion = completion_class(ctx.find_root().command, {}, "schemagen", "_SCHEMAGEN_COMPLETE")
    # The class for bash would first ask this machine's bash for its version; the script may be for another.
    script = ShellComplete.source(completion)
    if format is OutputFormat.JSON:
        print_json({"ok": True, "shell": shell, "script": script, "diagnostics": []})
    else:
        click.echo(script)
