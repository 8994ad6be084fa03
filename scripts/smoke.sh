#!/usr/bin/env bash
# Builds the real window, opens the example in it under Xvfb, types into it and
# takes a picture. Fails on the driver's thread errors, on a window that does
# not come, and on a blank picture.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
for tool in Xvfb xdotool import identify; do
  command -v $tool >/dev/null || { echo "skip: $tool is not there"; exit 0; }
done
make -s build
dir=$(mktemp -d)
export BRIEFING_STATE=$dir/state HOME=$dir LIBGL_ALWAYS_SOFTWARE=1
CGO_ENABLED=0 go run -tags headless ./cmd/briefing demo "$dir" >/dev/null
display=":$((90 + RANDOM % 900))"
Xvfb "$display" -screen 0 1440x900x24 >/dev/null 2>&1 &
xvfb=$!
trap 'kill $app $xvfb 2>/dev/null || true; rm -rf "$dir"' EXIT
app=
export DISPLAY=$display
sleep 1
begin=$(date +%s%N)
bin/briefing "$dir/demo.briefing" >"$dir/log" 2>&1 &
app=$!
window=
for _ in $(seq 150); do
  window=$(xdotool search --onlyvisible --name Briefing 2>/dev/null | head -n 1 || true)
  [ -n "$window" ] && break
  sleep 0.1
done
[ -n "$window" ] || { echo "no window"; cat "$dir/log"; exit 1; }
echo "window after $((($(date +%s%N) - begin) / 1000000)) ms"
sleep 3
mkdir -p out/screens
import -window root out/screens/overview.png
for step in 120x180:figures 120x260:events 120x300:people; do
  xdotool mousemove "${step%%x*}" "$(echo "${step%%:*}" | cut -dx -f2)" click 1
  sleep 1
  import -window root "out/screens/${step##*:}.png"
done
colours=$(identify -format %k out/screens/overview.png)
[ "$colours" -gt 20 ] || { echo "blank window: $colours colours"; exit 1; }
if grep -q 'Fyne call thread' "$dir/log"; then
  cat "$dir/log"
  exit 1
fi
kill -0 $app || { echo "the program has ended"; cat "$dir/log"; exit 1; }
echo "window shown, $colours colours, no thread errors"
