"""The spending page, its dialogs and table models."""
