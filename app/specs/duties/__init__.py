"""Forms and lists of the registers that the letter's duties ask for."""
