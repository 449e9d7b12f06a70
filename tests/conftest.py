pytest_plugins = ["tests.site_fixtures"]
