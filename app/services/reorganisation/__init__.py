"""Bodies merged, renamed, split or abolished on a day: previewed, done at once, taken back."""
