"""Everything Qt: the window, its pages and dialogs."""
