"""Letters from draft to the frozen file, and the books their numbers come from."""
