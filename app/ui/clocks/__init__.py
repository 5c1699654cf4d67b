"""Small dialogs around terms, days off and the rules that take turns."""
