"""The matrix and the specification of a paper, for Word and for Excel."""
