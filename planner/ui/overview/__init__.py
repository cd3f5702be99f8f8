"""The overview page, its dialogs and table models."""
