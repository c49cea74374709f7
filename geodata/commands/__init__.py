"""One module a subcommand; each registers its arguments with `add_to` and runs with `run(Namespace) -> exit code`."""
