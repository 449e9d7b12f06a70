"""How the tests start the checkers that are written in Java."""

QUICK_START = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""One short run: what Java would gain by compiling further takes longer than the run."""
