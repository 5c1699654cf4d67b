"""What is due, for the calendars of other programs: plain data in, an .ics file out."""
