"""`python -m ill_desktop`: the window."""

from ill_desktop.app import main

if __name__ == "__main__":
    raise SystemExit(main())
