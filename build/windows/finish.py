"""From PyInstaller's folder to what is handed out; runs on Windows and on Debian alike.

    python finish.py FOLDER OUT VERSION EPOCH
                     [--certificate PFX --password-file FILE [--timestamp URL]]

``FOLDER`` is the folder of the program, ``OUT`` takes ``SoPhatNgon-<version>-setup.exe``,
``SoPhatNgon-<version>-portable.zip`` and ``SoPhatNgon-<version>-files.txt`` with the digest of
each file. ``EPOCH`` is the time, in seconds since 1970, that all of them carry.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from signing import Certificate, sign

_HERE = Path(__file__).resolve().parent
_PROGRAMS = ("SoPhatNgon.exe", "SoPhatNgon-cli.exe")
_PORTABLE = "portable.txt"
_PORTABLE_WORDS = (
    "Tệp này cho Sổ Phát ngôn biết đây là bản mang theo: dữ liệu nằm trong thư mục “data” cạnh\r\n"
    "chương trình. Xóa tệp này thì dữ liệu lại nằm trong thư mục riêng của người dùng trên máy.\r\n"
)


def main() -> int:
    """Sign, pack, make the installer, list the digests."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("version")
    parser.add_argument("epoch", type=int)
    Certificate.add_arguments(parser)
    given = parser.parse_args()
    certificate = Certificate.given(given)
    finish(given.folder, given.out, given.version, given.epoch, certificate)
    return 0


def finish(
    folder: Path, out: Path, version: str, epoch: int, certificate: Certificate | None
) -> None:
    """Write the three files into ``out``. The programs in ``folder`` are signed in place."""
    folder, out = folder.resolve(), out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    name = f"SoPhatNgon-{version}"
    files = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    if certificate is not None:
        for program in _PROGRAMS:
            sign(folder / program, certificate)
    for path in folder.rglob("*"):
        os.utime(path, (epoch, epoch))  # the installer takes the times of the files along
    archive = out / f"{name}-portable.zip"
    _write_portable(folder, files, archive, epoch)
    setup = out / f"{name}-setup.exe"
    _write_setup(folder, files, setup, version, epoch, certificate)
    lines = [f"{_digest(folder / file)}  {file.as_posix()}" for file in files]
    lines += [f"{_digest(path)}  {path.name}" for path in (archive, setup)]
    (out / f"{name}-files.txt").write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    for path in (setup, archive):
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


def _write_portable(folder: Path, files: list[Path], archive: Path, epoch: int) -> None:
    moment = datetime.fromtimestamp(epoch, UTC).timetuple()[:6]
    with zipfile.ZipFile(archive, "w") as pack:

        def add(name: str, content: bytes) -> None:
            entry = zipfile.ZipInfo(f"SoPhatNgon/{name}", moment)
            entry.create_system = 3  # the same on whatever system it is made
            entry.external_attr = 0o644 << 16
            pack.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)

        add(_PORTABLE, _PORTABLE_WORDS.encode("utf-8-sig"))
        for file in files:
            add(file.as_posix(), (folder / file).read_bytes())


def _write_setup(
    folder: Path,
    files: list[Path],
    setup: Path,
    version: str,
    epoch: int,
    certificate: Certificate | None,
) -> None:
    maker = _makensis()
    work = setup.with_name("~setup")
    work.mkdir(exist_ok=True)
    commands = _file_commands(folder, files)
    (work / "files.nsh").write_text(commands, "utf-8-sig", newline="\r\n")
    _write_language(Path(maker), work)
    defines = [f"-DVERSION={version}", f"-DWORK={work}", f"-DOUT={setup}"]
    if os.name != "nt":
        # 64-bit, to be tried where nothing runs 32-bit programs; NSIS for Windows has no such stub.
        defines.append("-DTARGET=amd64-unicode")
    if certificate is not None:
        command = [sys.executable, str(_HERE / "signing.py"), "%1", *certificate.arguments()]
        defines.append("-DSIGN=" + " ".join(f'"{word}"' for word in command))
    command = [maker, "-V2", "-INPUTCHARSET", "UTF8", *defines, str(_HERE / "installer.nsi")]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}
    try:
        subprocess.run(command, check=True, env=environment)
    finally:
        shutil.rmtree(work)


def _file_commands(folder: Path, files: list[Path]) -> str:
    """Return the installer's commands that unpack every file, always in the same order."""
    lines = []
    for parent in sorted({file.parent for file in files}):
        under = "" if parent == Path() else "\\" + str(parent).replace("/", "\\")
        lines.append(f'SetOutPath "${{NEW}}{under}"')
        lines += [f'File "{folder / file}"' for file in files if file.parent == parent]
    return "\n".join(lines) + "\n"


def _write_language(maker: Path, work: Path) -> None:
    """Write NSIS's Vietnamese with its letters in one piece; as it comes, their marks drift."""
    places = (maker.parent, maker.parent.parent, Path("/usr/share/nsis"))
    folder = next(
        place / "Contrib" / "Language files" for place in places if (place / "Contrib").is_dir()
    )
    for name in ("Vietnamese.nlf", "Vietnamese.nsh"):
        text = (folder / name).read_text("utf-8-sig")
        text = unicodedata.normalize("NFC", text)
        (work / name).write_text(text, "utf-8-sig", newline="\r\n")


def _makensis() -> str:
    found = shutil.which("makensis")
    if found is None and os.name == "nt":
        for variable in ("ProgramFiles(x86)", "ProgramFiles"):
            path = Path(os.environ.get(variable, "")) / "NSIS" / "makensis.exe"
            if path.is_file():
                return str(path)
    if found is None:
        raise SystemExit("NSIS (makensis) is not installed")
    return found


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
