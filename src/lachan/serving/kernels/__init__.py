"""Who has a kernel and how it is made: slots, shares, pages drawn ahead, memory."""
