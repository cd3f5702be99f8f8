"""The health page, its dialogs and table models."""
