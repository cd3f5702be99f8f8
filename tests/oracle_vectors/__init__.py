"""The published vectors, run through the engine: one small module per kind, none knows a single vector.

    python -m tests.oracle_vectors FOLDER_OR_FILES…

runs every vector of the files (a folder means all its .json files; SCHEMA.md beside them says what they hold), prints
how many of each kind passed, and of each that failed its id and what differs; it ends with 1 if any failed. Files of
the kept-back half are run by the same command. `tests/unit/core/test_oracle_vectors.py` does it for `../shared`.

Product code does what the product does: schedules to the fen, equal instalments, all rates. Closed forms that only
vectors need (spreadsheet functions, day counts of other countries, other people's roundings) stand here.
"""
