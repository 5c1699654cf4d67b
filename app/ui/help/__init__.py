"""What helps the clerk and whoever helps the clerk: keys, versions and licences, error reports."""
