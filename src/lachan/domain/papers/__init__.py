"""Papers, their sheets and who sits them."""
