"""Letters made from records: what each kind of letter is for, from the facts to the frozen file."""
