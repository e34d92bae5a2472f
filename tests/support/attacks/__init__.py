"""A client that speaks every protocol wrongly, and what each address owes it."""
