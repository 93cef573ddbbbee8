"""The command line: arguments in, text for people or JSON for programs and an exit code out."""
