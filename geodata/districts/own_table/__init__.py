"""An office's own table of districts: from cells with addresses to rows of the indicator table, or to every fault."""
