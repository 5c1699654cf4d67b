"""Tables of the registers that the letter's duties ask for."""
