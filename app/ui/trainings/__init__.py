"""Trainings on the screen, beyond their records: who was never trained."""
