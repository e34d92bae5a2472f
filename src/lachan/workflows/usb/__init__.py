"""A stick that brings the kit to a computer without internet."""
