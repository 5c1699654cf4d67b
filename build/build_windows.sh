#!/usr/bin/env bash
# Make the Windows package on Debian, as root, with nothing but Python before. See README.md here.
set -euo pipefail
exec python3 "$(dirname "$0")/dev.py" windows "$@"
