"""How names, posts, newspapers, files and quoted text are written and compared."""
