"""What the office's screens are told, as JSON; times are those of clocks in Vietnam."""
