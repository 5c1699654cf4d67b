"""What a new clerk meets first: the welcome page, and the sample book to try things in."""
