"""Draws one report on one matplotlib Axes."""
