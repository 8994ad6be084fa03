#!/bin/bash
# Makes assets/fonts anew from the packaged faces. Needs npm, apt-get, python3-fonttools.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$(cd "$here/../.." && pwd)/assets
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

for package in golos-text@0.4.2 pt-serif@0.4.1 noto-sans-sc@0.4.3; do
	file=$(npm pack --silent "@expo-google-fonts/$package")
	mkdir "${package%@*}"
	tar -xzf "$file" -C "${package%@*}" --strip-components=1
done

unihan=/usr/share/unicode/Unihan_OtherMappings.txt.bz2
if [ ! -f "$unihan" ]; then
	apt-get download unicode-data
	dpkg -x unicode-data_*.deb "$work/unicode"
	unihan=$work/unicode$unihan
fi
/usr/bin/python3 "$here/cut.py" "$work" "$unihan" "$out"
