"""The loans page, its dialogs and table models."""
