"""Letters of records: the tab on the record's page, and the page of one letter."""
