"""The rooms of live classes."""
