"""The law registry as everyone may take it: as a page without a network, and in print."""
