"""The deadlines of one record: how they stand, why, what moved them, and moving them."""
