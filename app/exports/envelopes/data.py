"""What stands on one envelope, as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Envelope:
    """``reference`` is the number of the letter inside; empty before it has one."""

    superior_body: str
    issuing_body: str
    reference: str
    to: str
    address: str = ""
