"""Sao lưu, Phục hồi: the clerk's way to copies of the records and back."""
