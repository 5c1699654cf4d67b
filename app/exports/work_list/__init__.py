"""The work list on paper: plain data in, a PDF of one page out."""
