"""The command line: parse, call one function, print."""

from curriculum_map.cli.app import main

__all__ = ["main"]
