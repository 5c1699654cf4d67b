"""Words into lines and lines onto pages, whatever the document."""
