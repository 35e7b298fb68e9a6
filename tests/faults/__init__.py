"""What befalls a server in real life, done to one on this machine. `test_` takes seconds; `long_`, minutes: `make test-faults`."""
