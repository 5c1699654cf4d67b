"""Trainings beyond their records: certificates, and who was never trained (duty 31)."""
