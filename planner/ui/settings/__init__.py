"""The settings page, its dialogs and table models."""
