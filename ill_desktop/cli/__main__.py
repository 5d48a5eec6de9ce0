"""`python -m ill_desktop.cli`: the same as `ill`."""

from ill_desktop.cli.main import main

raise SystemExit(main())
