"""Prints the schema that `planner/store/tables.py` declares, to begin a migration from."""

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from planner.store.card_tables import CreditLine
from planner.store.statement_tables import StatementTransaction


def schema() -> list[str]:
    """One CREATE statement each, parents first."""
    dialect = sqlite.dialect()
    statements = []
    assert StatementTransaction.metadata is CreditLine.metadata  # both modules have declared their tables
    for table in CreditLine.metadata.sorted_tables:
        statements.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        for index in sorted(table.indexes, key=lambda each: str(each.name)):
            statements.append(str(CreateIndex(index).compile(dialect=dialect)).strip())
    return statements


if __name__ == "__main__":
    print(";\n\n".join(statement.replace("\t", "    ").replace(" \n", "\n") for statement in schema()) + ";")
