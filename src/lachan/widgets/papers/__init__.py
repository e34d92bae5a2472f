"""The paper maker."""
