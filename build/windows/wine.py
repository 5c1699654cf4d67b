"""Windows programs on Debian: Wine 10 in a Debian 13 of its own.

Wine 8, which Debian 12 has, cannot show Qt 6.5 and later. The Debian 13 is a folder in the cache;
nothing is installed into the system. Needs root, for the mounts that live as long as one program.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

_RELEASE = "trixie"
_PACKAGES = ("wine64", "wine", "fonts-liberation", "fonts-dejavu-core")
_WINE = "/usr/lib/wine/wine64"
# The clerk's name has letters that no Western code page knows.
USER = "Văn thư Sở"
_lock: IO[str] | None = None


class NoWine(Exception):
    """Wine cannot be had here; the words say why."""


def cache_folder() -> Path:
    """Return the folder for what is made once and used by many builds, outside the tree."""
    chosen = os.environ.get("SO_PHAT_NGON_CACHE")
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(chosen) if chosen else Path(base) / "so-phat-ngon"


def only_one() -> None:
    """Wait until no other build or trial runs: they share the drives C in the cache."""
    global _lock
    cache_folder().mkdir(parents=True, exist_ok=True)
    _lock = (cache_folder() / "lock").open("w")  # held until this process ends
    fcntl.flock(_lock, fcntl.LOCK_EX)


@dataclass
class Done:
    """What a Windows program left: its exit code and its words, of both streams."""

    code: int
    words: str


@dataclass
class Wine:
    """Wine over ``prefix``, a PC's drive C.

    ``mounts`` maps a name to the folder that Windows programs see under it, in srv on drive Z. The
    names are the same wherever the folders lie, so that what is built does not depend on it.
    """

    prefix: Path
    mounts: Mapping[str, Path]
    display: Display
    _root: Path = field(init=False)

    def __post_init__(self) -> None:
        self._root = _debian_with_wine()
        self.prefix.mkdir(parents=True, exist_ok=True)
        if not (self.prefix / "system.reg").exists():
            self.run("wineboot", "-i", timeout=300)
            self.wait()

    @property
    def home(self) -> Path:
        """The folder of the Windows user."""
        return self.prefix / "drive_c" / "users" / USER

    def start(
        self, *command: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.Popen[str]:
        """Start a Windows program and return at once."""
        mounts = "".join(
            f'mkdir -p "$ROOT/srv/{name}"; mount --bind "{folder}" "$ROOT/srv/{name}"; '
            for name, folder in {**self.mounts, "prefix": self.prefix}.items()
        )
        # A mount namespace of its own: the mounts vanish with the program.
        script = (
            f'{mounts} mount --rbind /dev "$ROOT/dev"; mount -t proc proc "$ROOT/proc"; '
            'exec chroot "$ROOT" "$@"'
        )
        variables = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": "/root",
            "LANG": "C.UTF-8",
            "USER": USER,
            "DISPLAY": self.display.name,
            "WINEPREFIX": "/srv/prefix",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            **(environment or {}),
        }
        settings = [f"{name}={value}" for name, value in variables.items()]
        return subprocess.Popen(
            ["unshare", "--mount", "bash", "-ec", script, "_", "/usr/bin/env", "-i", *settings,
             _WINE, *command],
            env={"ROOT": str(self._root), "PATH": os.environ["PATH"]},
            # Pipes on purpose: Python under Wine dies of a plain file here.
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding="utf-8", errors="replace", start_new_session=True,
        )  # fmt: skip

    def run(
        self,
        *command: str,
        environment: Mapping[str, str] | None = None,
        timeout: float = 300,
    ) -> Done:
        """Run a Windows program to its end. Raises TimeoutError, after ending it."""
        process = self.start(*command, environment=environment)
        try:
            words, _ = process.communicate("", timeout=timeout)
        except subprocess.TimeoutExpired:
            end(process)
            self.stop()
            raise TimeoutError(f"not done after {timeout:.0f} s: {' '.join(command)}") from None
        return Done(process.returncode, words)

    def wait(self, timeout: float = 120) -> None:
        """Wait until no Windows program runs any more."""
        self._server("-w", timeout)

    def stop(self) -> None:
        """End every Windows program of this drive C."""
        self._server("-k", 60)

    def _server(self, option: str, timeout: float) -> None:
        process = subprocess.Popen(
            ["unshare", "--mount", "bash", "-ec",
             f'mkdir -p "$ROOT/srv/prefix"; mount --bind "{self.prefix}" "$ROOT/srv/prefix"; '
             'exec chroot "$ROOT" /usr/bin/env WINEPREFIX=/srv/prefix '
             f"/usr/lib/wine/wineserver64 {option}"],
            env={"ROOT": str(self._root), "PATH": os.environ["PATH"]}, start_new_session=True,
            encoding="utf-8",
        )  # fmt: skip
        try:
            process.wait(timeout)
        except subprocess.TimeoutExpired:
            end(process)


class Display:
    """A screen nobody looks at, with a window manager; ``name`` is what DISPLAY says."""

    def __init__(self, size: str = "1366x768") -> None:
        for tool in ("Xvfb", "openbox"):
            if shutil.which(tool) is None:
                raise NoWine(f"{tool} is not installed")
        reading, writing = os.pipe()
        self._process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
            pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise NoWine("Xvfb does not start")
        self.name = f":{number}"
        # Without one no window is ever maximised.
        self._manager = subprocess.Popen(
            ["openbox", "--sm-disable"], env={**os.environ, "DISPLAY": self.name},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def picture(self, path: Path) -> None:
        """Write what the screen shows as a PNG."""
        subprocess.run(["import", "-display", self.name, "-window", "root", str(path)], check=True)

    def close(self) -> None:
        for process in (self._manager, self._process):
            process.terminate()
            process.wait()


def end(process: subprocess.Popen[str]) -> None:
    """End a program and what it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _debian_with_wine() -> Path:
    """Return the folder of the Debian 13, made on the first call. Raises NoWine."""
    root = cache_folder() / f"debian-{_RELEASE}-wine"
    if (root / _WINE.lstrip("/")).exists():
        return root
    if os.geteuid() != 0:
        raise NoWine("only root can set up Wine")
    for tool in ("debootstrap", "unshare", "chroot"):
        if shutil.which(tool) is None:
            raise NoWine(f"{tool} is not installed")
    print(f"Making a Debian 13 with Wine in {root} ...", flush=True)
    unfinished = root.with_name(f"{root.name}.{os.getpid()}")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.parent.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    command = ["debootstrap", "--variant=minbase", f"--include={','.join(_PACKAGES)}", _RELEASE]
    made = subprocess.run(
        [*command, str(unfinished), _mirror()], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", check=False,
    )  # fmt: skip
    if made.returncode != 0:
        shutil.rmtree(unfinished, ignore_errors=True)
        print(made.stdout[-2000:], file=sys.stderr)
        raise NoWine("debootstrap could not make a Debian 13")
    unfinished.rename(root)
    print(f"... made in {time.monotonic() - begun:.0f} s", flush=True)
    return root


def _mirror() -> str:
    """Return the Debian archive that this system's apt uses."""
    command = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]
    found = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    uris = [line for line in found.stdout.split() if "security" not in line]
    if not uris:
        raise NoWine("apt knows no Debian archive here; run apt-get update")
    return uris[0]
