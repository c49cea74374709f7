"""The districts page's parts: controls, comparison, plots, downloads and the office's own table."""
