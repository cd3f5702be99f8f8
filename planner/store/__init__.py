"""The user's SQLite book: tables, transactions, undo, migrations, backups."""
