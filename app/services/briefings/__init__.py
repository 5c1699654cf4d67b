"""Press briefings beyond the single record: how a year's quarters and months are covered."""
