"""The law registry in print."""
