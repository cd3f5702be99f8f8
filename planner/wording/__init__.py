"""Words for what the layers below only name, in the user's language. Used by the window, charts and commands."""
