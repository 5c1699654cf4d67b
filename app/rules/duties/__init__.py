"""Pure rules of single duties of the letter: who may speak, what is missing, what follows."""
