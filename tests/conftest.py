"""What every test gets: the guard against network use."""

pytest_plugins = ["tests.no_network"]
