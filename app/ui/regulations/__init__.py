"""The radar over press regulations on the screen."""
