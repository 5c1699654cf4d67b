"""Sign a program: with signtool on Windows, with osslsigncode elsewhere.

python signing.py FILE --certificate PFX --password-file F [--timestamp URL]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True)
class Certificate:
    """A PKCS#12 file and the file with its password; ``timestamp`` is the address of a service."""

    file: Path
    password_file: Path
    timestamp: str | None = None

    @staticmethod
    def add_arguments(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--certificate", type=Path, metavar="PFX")
        parser.add_argument("--password-file", type=Path, metavar="FILE")
        parser.add_argument("--timestamp", metavar="URL")

    @classmethod
    def given(cls, arguments: argparse.Namespace) -> Self | None:
        """Return the certificate on the command line, None where there is none."""
        if arguments.certificate is None:
            return None
        if arguments.password_file is None:
            raise SystemExit("--certificate needs --password-file")
        return cls(
            arguments.certificate.resolve(), arguments.password_file.resolve(), arguments.timestamp
        )

    def arguments(self) -> list[str]:
        """Return the certificate as arguments of this command."""
        words = ["--certificate", str(self.file), "--password-file", str(self.password_file)]
        return words + (["--timestamp", self.timestamp] if self.timestamp else [])


def sign(path: Path, certificate: Certificate) -> None:
    """Sign ``path`` in place. Raises CalledProcessError."""
    if os.name == "nt":
        password = certificate.password_file.read_text("utf-8").strip()
        command = ["signtool", "sign", "/q", "/fd", "sha256", "/f", str(certificate.file)]
        command += ["/p", password, "/d", "Sổ Phát ngôn"]
        if certificate.timestamp:
            command += ["/tr", certificate.timestamp, "/td", "sha256"]
        subprocess.run([*command, str(path)], check=True)
        return
    signed = path.with_name(f"~{path.name}")
    command = ["osslsigncode", "sign", "-h", "sha256", "-pkcs12", str(certificate.file)]
    command += ["-readpass", str(certificate.password_file), "-n", "So Phat ngon"]
    if certificate.timestamp:
        command += ["-ts", certificate.timestamp]
    command += ["-in", str(path), "-out", str(signed)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    signed.replace(path)


def main() -> int:
    """Sign the file that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    Certificate.add_arguments(parser)
    given = parser.parse_args()
    certificate = Certificate.given(given)
    if certificate is None:
        raise SystemExit("--certificate is missing")
    sign(given.file, certificate)
    return 0


if __name__ == "__main__":
    sys.exit(main())
