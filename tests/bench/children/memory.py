"""What this process holds; apart, so that a measured start imports nothing it does not need."""

from __future__ import annotations

from pathlib import Path


def resident_mb() -> float:
    """Return the resident memory in megabytes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0
