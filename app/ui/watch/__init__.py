"""What the window looks after by itself: text nobody saved yet, the PC's clock."""
