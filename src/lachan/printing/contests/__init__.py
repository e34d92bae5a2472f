"""Certificates and cards of a contest."""
