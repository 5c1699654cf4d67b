"""The wizard that merges, renames, splits or abolishes bodies, and what was done before."""
