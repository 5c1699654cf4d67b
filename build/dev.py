#!/usr/bin/env python3
"""Everything a developer runs, from a fresh clone, with nothing but Python 3.11 or later.

    python3 build/dev.py run [ARGS]    open the window (or make the demo where there is no display)
    python3 build/dev.py test [ARGS]   format, lint, types, tests; ARGS go to pytest
    python3 build/dev.py bench [ARGS]  the measured ratios
    python3 build/dev.py windows [ARGS]      make the Windows package (Debian, as root)
    python3 build/dev.py try-windows [ARGS]  and try it under Wine
    python3 build/dev.py lock          renew the lock files from the *.in files beside them

Set-up happens on the first call and costs nothing on the next: a virtual environment in
``.venv`` with the locked packages and, on Debian and its kin, the system libraries Qt needs
and the fonts the letters are tested with.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
LOCKS = ROOT / "build" / "requirements"
STAMP = VENV / "installed-locks.txt"
# Each set of packages contains the ones before it.
LEVELS = ("app", "package", "dev", "bench")

# What must be there -> the Debian package that brings it. A library is looked up the way Qt
# will look it up, so another distribution's own packages are just as good.
SYSTEM_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libatomic.so.1": "libatomic1",
    "libcups.so.2": "libcups2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-sync.so.1": "libxcb-sync1",
}
# Programs that make and try the Windows package.
WINDOWS_TOOLS = {
    "debootstrap": "debootstrap",
    "makensis": "nsis",
    "osslsigncode": "osslsigncode",
    "openssl": "openssl",
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "import": "imagemagick",
    "xdotool": "xdotool",
}
FONT_FILES = {
    # The letters: metric-compatible with Times New Roman, with full Vietnamese.
    "/usr/share/fonts/truetype/croscore/Tinos-Regular.ttf": "fonts-croscore",
    # The screen. Named, because apt may otherwise pick a font with boxes for Vietnamese.
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf": "fonts-dejavu-core",
}


def main(argv: list[str]) -> int:
    commands = {
        "run": run, "test": test, "bench": bench, "lock": lock,
        "windows": windows, "try-windows": try_windows,
    }  # fmt: skip
    if not argv or argv[0] not in commands:
        print(__doc__)
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036 - said before anything else can fail on it
        return fail("Python 3.11 or later is needed; this is " + sys.version.split()[0])
    return commands[argv[0]](argv[1:])


def run(arguments: list[str]) -> int:
    set_up("app")
    wants_window = not arguments or arguments[0].startswith("--data-dir")
    if wants_window and not has_display():
        print("There is no display here, so no window: the main job is done without one, in demo/.",
              flush=True)  # fmt: skip
        return call("-m", "app", "demo", "demo")
    # From where the caller stands, so that the paths in the arguments mean what they say.
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.call([str(PYTHON), "-m", "app", *arguments], env=environment)


def test(arguments: list[str]) -> int:
    set_up("dev")
    steps = [
        ("format", ["-m", "ruff", "format", "--check", "."]),
        ("lint", ["-m", "ruff", "check", "."]),
        ("types", ["-m", "mypy"]),
        ("tests", ["-m", "pytest", *(arguments or ["-n", "auto"])]),
    ]
    failed = []
    for name, command in steps:
        print(f"== {name}", flush=True)
        if call(*command) != 0:
            failed.append(name)
    if failed:
        return fail("failed: " + ", ".join(failed))
    return 0


def bench(arguments: list[str]) -> int:
    set_up("bench")
    return call("-m", "tests.bench", *arguments)


def windows(arguments: list[str]) -> int:
    set_up("dev")
    install_windows_tools()
    return call("build/windows/package.py", *arguments)


def try_windows(arguments: list[str]) -> int:
    set_up("dev")
    install_windows_tools()
    return call("build/windows/trial.py", *arguments)


def lock(_arguments: list[str]) -> int:
    """Resolve for every platform at once; the index is whatever pip is set to, and unnamed."""
    set_up("dev")
    for name in LEVELS:
        command = ["-m", "uv", "pip", "compile", "--quiet", "--universal", "--upgrade"]
        command += ["--python-version", "3.11", "--generate-hashes", "--no-header"]
        command += ["--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
        if call(*command, str(LOCKS / f"{name}.in"), "-o", str(LOCKS / f"{name}.txt")) != 0:
            return fail(f"{name}.in could not be resolved")
    return 0


# Set-up ---------------------------------------------------------------------------------


def set_up(level: str) -> None:
    """Bring the virtual environment and the system to ``level``: app, dev or bench."""
    install_system_packages()
    digest = hashlib.sha256((LOCKS / f"{level}.txt").read_bytes()).hexdigest()
    wanted = f"{level} {digest}"
    installed = STAMP.read_text().splitlines() if STAMP.exists() and PYTHON.exists() else []
    if wanted in installed:
        return
    if not installed:
        make_environment()  # also over one whose making was broken off
    print(f"Installing the locked packages ({level}) into .venv ...", flush=True)
    requirements = str(LOCKS / f"{level}.txt")
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command = [str(PYTHON), *install, "--require-hashes", "--requirement", requirements]
    # Where to install is not the user's usual place; from where, and how, is theirs to set.
    elsewhere = {"PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"}
    environment = {name: value for name, value in os.environ.items() if name not in elsewhere}
    if subprocess.call(command, cwd=ROOT, env=environment) != 0:
        sys.exit(fail("the packages could not be installed; see pip's words above"))
    # The larger set has the smaller ones at the same versions.
    done = LEVELS[: LEVELS.index(level) + 1]
    lines = [
        f"{name} {hashlib.sha256((LOCKS / f'{name}.txt').read_bytes()).hexdigest()}"
        for name in done
    ]
    STAMP.write_text("\n".join(lines) + "\n")


def make_environment() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        if WINDOWS:
            sys.exit(fail("this Python has no ensurepip: install Python from python.org"))
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        apt_install(["python3-venv" if version == "3.11" else f"python{version}-venv"])
    shutil.rmtree(VENV, ignore_errors=True)
    print("Making the virtual environment .venv ...", flush=True)
    if subprocess.call([sys.executable, "-m", "venv", str(VENV)]) != 0:
        sys.exit(fail("the virtual environment could not be made"))


def install_system_packages() -> None:
    """Have Qt's libraries and the fonts there; Windows and macOS bring their own."""
    if not sys.platform.startswith("linux"):
        return
    packages = [package for name, package in SYSTEM_LIBRARIES.items() if not loads(name)]
    packages += [package for path, package in FONT_FILES.items() if not Path(path).exists()]
    if importlib.util.find_spec("ensurepip") is None and not PYTHON.exists():
        packages.append("python3-venv")
    if packages:
        apt_install(sorted(set(packages)))


def install_windows_tools() -> None:
    """Have what makes the Windows package and tries it; on Windows build.ps1 does that."""
    missing = [package for tool, package in WINDOWS_TOOLS.items() if shutil.which(tool) is None]
    if missing:
        apt_install(sorted(missing))


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_install(packages: list[str]) -> None:
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        sys.exit(fail("these Debian packages, or your system's equals, are missing: "
                      + " ".join(packages)))  # fmt: skip
    if os.geteuid() != 0:
        sys.exit(fail("run this once, then call again:  sudo apt-get update && sudo "
                      + " ".join(install)))  # fmt: skip
    print("Installing system packages: " + " ".join(packages), flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    update = ["apt-get", "update", "--quiet"]
    subprocess.call(update, env=environment, stdout=subprocess.DEVNULL)
    if subprocess.call(install, env=environment, stdout=subprocess.DEVNULL) != 0:
        sys.exit(fail("apt-get could not install: " + " ".join(packages)))


def has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    return bool(os.environ.get("DISPLAY")) and x_server_answers()


def x_server_answers() -> bool:
    """Tell a display from a DISPLAY left over: Qt would end the program there."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if display:
        x11.XCloseDisplay(ctypes.c_void_p(display))
    return bool(display)


def call(*arguments: str) -> int:
    return subprocess.call([str(PYTHON), *arguments], cwd=ROOT)


def fail(message: str) -> int:
    print(f"dev.py: {message}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
