"""The public statement files against their truth: `python -m tests.statement_samples FOLDER [PROVIDER…]`."""
