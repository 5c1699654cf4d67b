"""The measured ratios: ``python3 build/dev.py bench``. Times alone say little; pairs do."""
