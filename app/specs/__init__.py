"""What forms, lists and sheets share: Qt-free descriptions of the records."""
