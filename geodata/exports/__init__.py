"""What a reader takes away: pure contents of files. `geodata.adapters` writes and typesets them."""
