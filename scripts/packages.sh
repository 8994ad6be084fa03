#!/usr/bin/env bash
# Installs the system packages of the groups named, those that are missing only.
# Other systems than Debian and Ubuntu: the names are printed, nothing is done.
set -euo pipefail
declare -A group=(
  [window]="gcc libc6-dev pkg-config xorg-dev libgl1-mesa-dev libwayland-dev libxkbcommon-dev"
  [pictures]="xvfb xdotool libgl1-mesa-dri imagemagick x11-utils"
  [outputs]="qpdf poppler-utils python3-openpyxl libreoffice-calc-nogui libreoffice-writer-nogui"
  [peers]="python3-pandas python3-openpyxl python3-xlsxwriter"
  [setters]="weasyprint python3-reportlab libreoffice-writer-nogui"
  [windows]="gcc-mingw-w64-x86-64"
  [wine]="wine64 wine xvfb xdotool imagemagick libgl1-mesa-dri"
)
want=()
for g in "$@"; do
  for p in ${group[$g]}; do
    dpkg-query -W -f='${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || want+=("$p")
  done
done
[ ${#want[@]} -eq 0 ] && exit 0
if ! command -v apt-get >/dev/null; then
  echo "Please install: ${want[*]}" >&2
  exit 1
fi
echo "Installing: ${want[*]}" >&2
sudo=""
[ "$(id -u)" -eq 0 ] || sudo=sudo
$sudo apt-get update -qq >&2
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${want[@]}" >&2
