"""Areas side by side: values with bounds, ranks, differences, series and relations, or the reason why there is none."""
