"""Files of a contest: declaration, key, codes, results."""
