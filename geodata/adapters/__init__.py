"""Everything that opens something: files, SQLite, geocoders."""
