"""Each kind of record with clocks: what it obliges to, and what the deadlines need of it."""
