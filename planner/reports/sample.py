"""Whether the open book is the sample."""

from __future__ import annotations

from planner.store.reader import Reader


def is_sample(reader: Reader) -> bool:
    """True while the book holds a row of the sample's statements. No file could have brought one: the statement of a
    file has a hash, and its rows have keys of another form."""
    return bool(
        reader.value(
            "SELECT EXISTS (SELECT 1 FROM transaction_row AS row JOIN import_batch AS batch ON batch.id = row.batch_id"
            " WHERE row.key >= 'sample-' AND row.key < 'sample.' AND batch.sha256 = '')"
        )
    )
