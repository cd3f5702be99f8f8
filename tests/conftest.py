"""What every test gets: a window system without a screen, and the guard against network use."""

import os

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.no_network"]
