"""Yudu: an offline planner for people who live with consumer credit."""

__version__ = "0.1.0"
