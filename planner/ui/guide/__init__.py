"""The user guide, read offline, in the language of the window."""
