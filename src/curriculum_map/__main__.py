"""Lets `python -m curriculum_map` do what `curriculum-map` does."""

from curriculum_map.cli import main

if __name__ == "__main__":
    main()
