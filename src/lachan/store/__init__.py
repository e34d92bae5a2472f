"""What must survive a restart: SQL through SQLAlchemy, SQLite by default, PostgreSQL by URL."""
