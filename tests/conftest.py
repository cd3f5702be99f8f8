"""What every test gets: a window system without a screen, the guard against network use, hypothesis without a clock."""

import os

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import settings

settings.register_profile("quick", deadline=None)  # a busy machine is no fault
settings.load_profile("quick")

pytest_plugins = ["tests.no_network"]
