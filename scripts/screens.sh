#!/usr/bin/env bash
# Takes a picture of each screen of the example in the real window: in Russian and
# English, light and dark, at 1280×720 and 1920×1080 (docs/pictures/screens).
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
out=${1:-docs/pictures/screens}
scripts/packages.sh window pictures
[ -n "${SCREENS_BUILT:-}" ] || make -s build headless
mkdir -p "$out"
seen() { DISPLAY=$display import -window root rgb:- | md5sum; }
# turned SUM: waits until the window shows something else than that, and has come to
# rest; on a busy machine a screen may take seconds.
turned() {
  local now last
  for _ in $(seq 20); do
    now=$(seen)
    [ "$now" = "$1" ] || break
    sleep 0.2
  done
  for _ in $(seq 40); do
    last=$now
    sleep 0.4
    now=$(seen)
    [ "$now" != "$last" ] || break
  done
}
for size in 1280x720 1920x1080; do
  display=":$((90 + RANDOM % 900))"
  Xvfb "$display" -screen 0 "${size}x24" >/dev/null 2>&1 &
  xvfb=$!
  sleep 1
  for lang in ru en; do
    for theme in light dark; do
      dir=$(mktemp -d)
      mkdir -p "$dir/.cache" "$dir/Documents" "$dir/config"
      export BRIEFING_STATE=$dir/state BRIEFING_CONFIG=$dir/config HOME=$dir LIBGL_ALWAYS_SOFTWARE=1
      bin/briefing-headless demo "$dir" >/dev/null
      printf '{"version":1,"language":"%s","content":"%s","theme":"%s","width":%s,"height":%s}' \
        "$lang" "$lang" "$theme" "${size%x*}" "${size#*x}" >"$dir/config/settings.json"
      DISPLAY=$display bin/briefing "$dir/demo.briefing" >"$dir/log" 2>&1 &
      app=$!
      for _ in $(seq 100); do
        DISPLAY=$display xdotool search --onlyvisible --name Briefing >/dev/null 2>&1 && break
        sleep 0.1
      done
      sleep 3
      n=0
      for name in overview figures events people agreements messages sources pack checks; do
        n=$((n + 1))
        before=$(seen)
        DISPLAY=$display xdotool key "ctrl+$n"
        turned "$before"
        [ $name != pack ] || sleep "${SCREENS_PAGES:-8}" # the engine that draws pages is made ready once
        DISPLAY=$display import -window root "$dir/shot.png"
        convert "$dir/shot.png" +dither -colors 64 -define png:compression-level=9 "PNG8:$out/$name-$lang-$theme-$size.png"
      done
      kill $app
      wait $app 2>/dev/null || true
      rm -rf "$dir"
    done
  done
  kill $xvfb
  wait $xvfb 2>/dev/null || true
done
