#!/usr/bin/env bash
# Builds the real window, opens the example in it under Xvfb, goes through its
# screens by keys, adds a person by mouse and keyboard, makes the outputs by
# Ctrl+E and Enter, takes back what was typed, opens a project that another
# machine holds and a damaged one, and takes pictures to out/screens. Fails on the driver's
# thread errors, on a panic, on a blank picture, and when what was typed or made
# is not there.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
for tool in Xvfb xdotool import identify; do
  command -v $tool >/dev/null || { echo "skip: $tool is not there"; exit 0; }
done
make -s build headless
dir=$(mktemp -d)
mkdir -p "$dir/.cache" "$dir/Documents" out/screens
export BRIEFING_STATE=$dir/state BRIEFING_CONFIG=$dir/config HOME=$dir LIBGL_ALWAYS_SOFTWARE=1
bin/briefing-headless demo "$dir" >/dev/null
display=":$((90 + RANDOM % 900))"
Xvfb "$display" -screen 0 1440x900x24 >/dev/null 2>&1 &
xvfb=$!
app=
trap 'kill $app $xvfb 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$dir"' EXIT
export DISPLAY=$display
sleep 1

fail() { echo "$1"; cat "$dir/log"; exit 1; }
# until WHAT SECONDS COMMAND…: waits for a command to succeed.
until_true() {
  local what=$1 tries=$(($2 * 10))
  shift 2
  for _ in $(seq $tries); do
    "$@" >/dev/null 2>&1 && return 0
    kill -0 $app 2>/dev/null || fail "the program has ended while waiting: $what"
    sleep 0.1
  done
  fail "not seen: $what"
}
shot() { import -window root "out/screens/$1.png"; }

begin=$(date +%s%N)
bin/briefing "$dir/demo.briefing" >"$dir/log" 2>&1 &
app=$!
until_true "the window" 20 xdotool search --onlyvisible --name Briefing
echo "window after $((($(date +%s%N) - begin) / 1000000)) ms"
sleep 3
n=0
for name in overview figures events people agreements messages sources pack checks; do
  n=$((n + 1))
  xdotool key "ctrl+$n"
  sleep 1
  shot $name
done

xdotool key ctrl+4
sleep 0.7
xdotool mousemove 416 181 click 1 # «Добавить» over the list of people
sleep 0.5
xdotool type --delay 30 "Smoke Test"
has_person() { bin/briefing-headless list "$dir/demo.briefing" people --json 2>/dev/null | grep -q "Smoke Test"; }
until_true "the person that was typed" 10 has_person
shot added

# A run of typing is one action: the field takes its words back, then the project
# the record, and does it again.
xdotool type --delay 30 " twice"
sleep 1.2
lacks_person() { ! has_person; }
for _ in 1 2 3 4 5; do xdotool key ctrl+z; sleep 0.4; done
until_true "the person taken back" 10 lacks_person
shot undone

xdotool key ctrl+h
sleep 0.7
xdotool type --delay 30 "China"
xdotool key Return
sleep 1
shot replace
xdotool key Escape
sleep 0.5

xdotool key ctrl+e
sleep 0.7
shot export
xdotool key Escape ctrl+e
sleep 0.5
xdotool mousemove 1140 770 click 1 # «Собрать проект»
has_outputs() { compgen -G "$dir/Vizit_*.pdf" >/dev/null && compgen -G "$dir/Vizit_*.xlsx" >/dev/null; }
until_true "the outputs" 20 has_outputs
sleep 0.5
shot exported

kill $app
wait $app 2>/dev/null || true
echo '{"user":"Ivanova","host":"PC-214","pid":77,"since":"2023-03-20T12:00:00+03:00"}' >"$dir/.demo.briefing.lock"
bin/briefing "$dir/demo.briefing" >>"$dir/log" 2>&1 &
app=$!
until_true "the window again" 20 xdotool search --onlyvisible --name Briefing
sleep 3
shot held
xdotool key space # reads only: the lock stays with the other machine
sleep 1
grep -q PC-214 "$dir/.demo.briefing.lock" || fail "the lock of another machine was taken without asking"
kill $app
wait $app 2>/dev/null || true
cp "$dir/demo.briefing" "$dir/bad.briefing"
printf 'XXXXXXXXXXXXXXXXXXXXXXXX' | dd of="$dir/bad.briefing" bs=1 seek=90000 conv=notrunc status=none
bin/briefing "$dir/bad.briefing" >>"$dir/log" 2>&1 &
app=$!
until_true "the window a third time" 20 xdotool search --onlyvisible --name Briefing
sleep 3
shot damaged

colours=$(identify -format %k out/screens/overview.png)
[ "$colours" -gt 20 ] || fail "blank window: $colours colours"
grep -qE 'Fyne call thread|panic' "$dir/log" && fail "the driver complains"
kill -0 $app || fail "the program has ended"
echo "window shown, $colours colours, person typed, outputs made, no thread errors"
