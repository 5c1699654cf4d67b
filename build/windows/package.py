"""Make the Windows package on Debian, through Wine; ``build/build_windows.sh`` calls this.

--out DIR            where to put it (dist)
--twice              make it twice and compare every file
--certificate PFX --password-file FILE [--timestamp URL]   sign the programs and the installer
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from finish import finish
from signing import Certificate
from windows_python import windows_python
from wine import Display, Wine, cache_folder, only_one

ROOT = Path(__file__).resolve().parents[2]
_VERSION_FILE = Path("app/__init__.py")
_FONTS = Path("/usr/share/fonts/truetype/croscore")
_FONTS_LICENCE = Path("/usr/share/doc/fonts-croscore/copyright")


def main() -> int:
    """Make the package once, or twice to compare."""
    parser = argparse.ArgumentParser(prog="build_windows.sh", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--twice", action="store_true")
    Certificate.add_arguments(parser)
    given = parser.parse_args()
    display = Display()
    try:
        only_one()
        certificate = Certificate.given(given)
        version = make(given.out, display, certificate=certificate)
        if not given.twice:
            return 0
        make(given.out / "again", display, certificate=certificate)
        listing = f"SoPhatNgon-{version}-files.txt"
        return compare(given.out / listing, given.out / "again" / listing)
    finally:
        display.close()


def make(
    out: Path,
    display: Display,
    *,
    version: str | None = None,
    certificate: Certificate | None = None,
    bare: bool = False,
) -> str:
    """Make the package of the tracked files as they are now; return its version.

    For trials: ``version`` stands in place of the sources' own, ``bare`` packs a bare window.
    """
    begun = time.monotonic()
    work = cache_folder() / f"work-{os.getpid()}"
    shutil.rmtree(work, ignore_errors=True)
    sources, fonts, dist = work / "sources", work / "fonts", work / "dist"
    for folder in (sources, fonts, dist):
        folder.mkdir(parents=True)
    try:
        version = _copy_sources(sources, version)
        for path in _FONTS.glob("Tinos-*.ttf"):
            shutil.copy(path, fonts)
        shutil.copy(_FONTS_LICENCE, fonts / "LICENSE.txt")
        python = windows_python(ROOT)
        mounts = {"python": python, "sources": sources, "fonts": fonts, "dist": dist}
        wine = Wine(cache_folder() / "prefix-build", mounts, display)
        # A server left over from a build that was broken off sees that build's folders.
        wine.stop()
        epoch = int(_git("log", "-1", "--format=%ct"))
        print(f"Packing version {version} with PyInstaller under Wine ...", flush=True)
        done = wine.run(
            r"Z:\srv\python\python.exe", "-B", "-m", "PyInstaller", "--noconfirm", "--clean",
            "--distpath", r"Z:\srv\dist", "--workpath", r"C:\work",
            r"Z:\srv\sources\build\windows\so-phat-ngon.spec",
            environment={
                "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": str(epoch),
                "SO_PHAT_NGON_PACKAGE_FONTS": r"Z:\srv\fonts", "PYTHONUTF8": "1",
                "SO_PHAT_NGON_PACKAGE_BARE": "1" if bare else "",
            },
            timeout=1800,
        )  # fmt: skip
        wine.stop()
        (work.parent / "pyinstaller.log").write_text(done.words, "utf-8")
        folder = dist / "SoPhatNgon"
        if done.code != 0 or not (folder / "SoPhatNgon.exe").is_file():
            print(done.words[-4000:], file=sys.stderr)
            raise SystemExit("PyInstaller failed")
        finish(folder, out, version, epoch, certificate)
        print(f"... made in {time.monotonic() - begun:.0f} s", flush=True)
        return version
    finally:
        shutil.rmtree(work, ignore_errors=True)


def compare(made: Path, again: Path) -> int:
    """Say which files of two builds differ. Returns 0 where none does, else 1."""
    first, second = _digests(made), _digests(again)
    different = sorted(
        name for name in first.keys() | second if first.get(name) != second.get(name)
    )
    for name in different:
        print(f"differs: {name}")
    print(f"{len(first) - len(different)} of {len(first)} files are the same in both builds")
    return 1 if different else 0


def _digests(listing: Path) -> dict[str, str]:
    lines = (line.split("  ", 1) for line in listing.read_text("utf-8").splitlines())
    return {name: digest for digest, name in lines}


def _copy_sources(target: Path, version: str | None) -> str:
    """Copy the tracked files, and return their version."""
    for name in _git("ls-files", "-z").split("\0"):
        if name and (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    own = version_of(target)
    if version is None:
        return own
    module = target / _VERSION_FILE
    module.write_text(module.read_text("utf-8").replace(own, version), "utf-8")
    return version


def version_of(root: Path) -> str:
    """Return the version of the sources in ``root``."""
    found = re.search(r'__version__ = "(.+)"', (root / _VERSION_FILE).read_text("utf-8"))
    assert found is not None
    return found[1]


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


if __name__ == "__main__":
    sys.exit(main())
