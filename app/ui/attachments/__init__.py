"""The tab "Tệp kèm theo" on a record's page."""
