"""The imports page, its dialogs and table models."""
