"""Papers as JSON that prints them again without a bank: manifest, items, sheets."""
