"""What stands on one certificate, as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Certificate:
    """``when`` is "từ ngày … đến ngày …"; ``place_date`` the line over the signature.

    ``heading`` are the lines over the signer's name ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"); ``is_party``
    says which head stands on the right. ``number`` may be empty.
    """

    superior_body: str
    issuing_body: str
    is_party: bool
    number: str
    name: str
    job_title: str
    body: str
    training: str
    when: str
    place_date: str
    heading: tuple[str, ...]
    signer: str
