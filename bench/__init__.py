"""What Fotfeste can do in a second, measured: `make bench` (ARGS="letters pages")."""
