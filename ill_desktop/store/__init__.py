"""The filing cabinet: rows, queries, search, figures and migrations. SQLAlchemy lives only here."""
