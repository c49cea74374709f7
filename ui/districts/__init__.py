"""The districts page's parts: what it is asked, its controls, comparison, plots, downloads and the office's own table."""
