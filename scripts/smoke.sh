#!/usr/bin/env bash
# Builds the real window, opens the example in it under Xvfb, goes through its
# screens by keys, adds a person by mouse and keyboard, makes the outputs by
# Ctrl+E and Enter, takes back what was typed, opens a project that another
# machine holds and a damaged one; makes a new project from a template by keyboard
# alone, with an event, two people and an imported file, opens it again and takes
# all of it back; accepts a sentence, binds a figure, mends a finding, moves a section
# and compares the outputs with those of the command line, by keyboard alone, and
# takes that back; and takes pictures to out/screens. Fails on the driver's thread
# errors, on a panic, on a blank picture, and when what was typed or made is not
# there.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
for tool in Xvfb xdotool import identify; do
  command -v $tool >/dev/null || { echo "skip: $tool is not there"; exit 0; }
done
make -s build headless
dir=$(mktemp -d)
mkdir -p "$dir/.cache" "$dir/Documents" "$dir/config" out/screens
# The size that the places pressed by the mouse below are meant for.
echo '{"version":1,"language":"ru","content":"ru","theme":"light","width":1440,"height":900}' >"$dir/config/settings.json"
export BRIEFING_CHECK_CALLS=1 BRIEFING_STATE=$dir/state BRIEFING_CONFIG=$dir/config HOME=$dir LIBGL_ALWAYS_SOFTWARE=1
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

kill $app
wait $app 2>/dev/null || true

# The job from the beginning, by keyboard alone. The file dialog of the system is
# a command that names the file; the palette is typed to in the wrong layout, which
# needs no Russian keyboard: «добавить событие», «добавить лицо».
mkdir -p "$dir/tools"
printf '#!/bin/sh\necho "%s"\n' "$dir/2018.csv" >"$dir/tools/zenity"
chmod +x "$dir/tools/zenity"
{
  echo 'Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,2nd Partner,2nd Partner ISO,Customs Proc. Code,Customs,Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,Alt Qty,Netweight (kg),Gross weight (kg),Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag'
  echo 'HS,2018,2018,2018,2,0,1,Import,156,China,CHN,643,Russian Federation,RUS,,,,,,,,02,Meat,8,Weight in kilograms,,,,,1000,,5000,,,0'
} >"$dir/2018.csv"
PATH=$dir/tools:$PATH bin/briefing >>"$dir/log" 2>&1 &
app=$!
until_true "the window of a new project" 20 xdotool search --onlyvisible --name Briefing
sleep 3
xdotool key ctrl+n
sleep 1
xdotool type --delay 30 "Smoke visit"
sleep 0.5
xdotool key Return
new="$dir/Documents/Briefing/Smoke_visit.briefing"
until_true "the new project" 20 test -s "$new"
sleep 2
holds() { bin/briefing-headless list "$new" "$1" --json 2>/dev/null | grep -q "$2"; }
lacks() { ! holds "$@"; }
add() { # what to type to the palette, the kind, the words of the record
  xdotool key ctrl+k
  sleep 1
  xdotool type --delay 60 "$1"
  sleep 1
  xdotool key Return
  sleep 1
  xdotool type --delay 60 "$3"
  until_true "$3" 10 holds "$2" "$3"
}
add "lj,fdbnm cj,snbt" events "Smoke dinner"
add "lj,fdbnm kbwj" people "Smoke One"
add "lj,fdbnm kbwj" people "Smoke Two"
# A list that is still empty: Space on its button, Insert; neither leaves a letter.
xdotool key ctrl+5
sleep 1
xdotool key space
sleep 1
xdotool type --delay 60 "Smoke Space"
until_true "the agreement begun by Space" 10 holds agreements '"Smoke Space"'
xdotool key ctrl+7
sleep 1
xdotool key Insert
sleep 1
xdotool type --delay 60 "Smoke Insert"
until_true "the source begun by Insert" 10 holds sources '"Smoke Insert"'
xdotool key ctrl+1
sleep 0.7
xdotool key ctrl+i
sleep 2
has_rows() { bin/briefing-headless figures "$new" --by year --json 2>/dev/null | grep -q 2018; }
for _ in 1 2 3 4 5 6; do # the cursor stands at the button that goes on
  has_rows && break
  xdotool key Return
  sleep 1.5
done
until_true "the imported rows" 5 has_rows
sleep 1
shot imported
xdotool key Escape
sleep 0.7
xdotool key ctrl+3
sleep 1
shot events-new
kill $app
wait $app 2>/dev/null || true
PATH=$dir/tools:$PATH bin/briefing "$new" >>"$dir/log" 2>&1 &
app=$!
until_true "the window with the project made" 20 xdotool search --onlyvisible --name Briefing
sleep 3
holds people "Smoke Two" || fail "a person is lost with the window"
for _ in $(seq 30); do # a step that is asked for while another is made is not taken
  lacks events "Smoke dinner" && break
  xdotool key ctrl+z
  sleep 0.6
done
until_true "everything taken back" 5 lacks events "Smoke dinner"
lacks people Smoke || fail "people are left when all steps were taken back"
has_rows && fail "rows are left when all steps were taken back"
shot undone-all

# The rest of the job by keyboard alone, on the example with two years of trade beside
# it: a sentence written from the data is accepted, a figure is bound, a number typed
# by hand is mended, a section is moved, the outputs are those of the command line to
# the byte; when the window was killed and opened again, all of it is taken back.
kill $app
wait $app 2>/dev/null || true
mkdir -p "$dir/job"
bin/briefing-headless demo "$dir/job" >/dev/null
rm "$dir"/job/*.pdf "$dir"/job/*.xlsx
job=$dir/job/demo.briefing
{
  head -n 1 "$dir/2018.csv"
  for year in 2020 2021; do
    for code in 02 10 15; do
      echo "HS,$year,$year,$year,2,0,1,Import,156,China,CHN,643,Russian Federation,RUS,,,,,,,,$code,Goods,8,Weight in kilograms,,,,,1000,,$((year * 10#$code)),,,0"
    done
  done
} >"$dir/two.csv"
bin/briefing-headless import "$job" "$dir/two.csv" >/dev/null
sections=$(bin/briefing-headless sections "$job")
bin/briefing "$job" >>"$dir/log" 2>&1 &
app=$!
until_true "the window with the job" 20 xdotool search --onlyvisible --name Briefing
sleep 3
has() { bin/briefing-headless list "$job" "$1" --json 2>/dev/null | grep -qF "$2"; }
hasnt() { ! has "$@"; }
order() { # words of the palette in the wrong layout
  xdotool key ctrl+k
  sleep 1
  xdotool type --delay 60 "$1"
  sleep 1.2
  xdotool key Return
  sleep 2
}
sentence='Импорт, Китай'
order "dsdjls gj lfyysv" # «выводы по данным»
xdotool key Return
until_true "the sentence that was accepted" 10 has series "$sentence"
shot insight
xdotool key Escape
sleep 0.7
order "lj,fdbnm ntpbc" # «добавить тезис»
xdotool type --delay 40 "Smoke point"
xdotool key Tab
sleep 0.4
xdotool type --delay 40 "Smoke text "
xdotool key ctrl+j
sleep 1.5
xdotool key Return
sleep 0.8
until_true "the figure that was bound" 10 has messages '"Smoke text {S01}'
xdotool type --delay 40 " 283,5"
until_true "the number that was typed" 10 has messages '283,5"'
shot bound
xdotool key ctrl+9
sleep 2
# Of the findings that of the number is the last; what holds stands behind them.
last=$(bin/briefing-headless check "$job" --json 2>/dev/null | grep -c '"severity"' || true)
xdotool key Home
for _ in $(seq $((last - 1))); do xdotool key Down; sleep 0.05; done
sleep 1
shot finding
xdotool key Tab
sleep 0.5
xdotool key Return
until_true "the number that was mended" 10 has messages '{S23:number}"'
xdotool key ctrl+8
sleep 2
xdotool key Home Down Down
sleep 0.5
xdotool key alt+Down
moved() { bin/briefing-headless sections "$job" 2>/dev/null | sed -n 3p | grep -q '^objectives'; }
until_true "the section that was moved" 10 moved
xdotool key ctrl+e
sleep 2
xdotool key Return
has_job() { compgen -G "$dir/job/Vizit_*.pdf" >/dev/null && compgen -G "$dir/job/Vizit_*.xlsx" >/dev/null; }
until_true "the outputs of the job" 30 has_job
sleep 1
shot job
bin/briefing-headless export "$job" --pdf "$dir/cli.pdf" --xlsx "$dir/cli.xlsx" --draft >/dev/null 2>&1 || true
for kind in pdf xlsx; do
  cmp "$dir/cli.$kind" "$dir"/job/Vizit_*.$kind || fail "the window and the command line make another $kind"
done
xdotool key Escape
sleep 0.5
kill $app
wait $app 2>/dev/null || true
bin/briefing "$job" >>"$dir/log" 2>&1 &
app=$!
until_true "the window with the job again" 20 xdotool search --onlyvisible --name Briefing
sleep 3
for _ in $(seq 30); do
  hasnt messages Smoke && hasnt series "$sentence" && break
  xdotool key ctrl+z
  sleep 0.7
done
until_true "the point taken back" 5 hasnt messages Smoke
until_true "the sentence taken back" 5 hasnt series "$sentence"
[ "$(bin/briefing-headless sections "$job" 2>/dev/null)" = "$sections" ] || fail "the order of the sections is not taken back"
shot job-undone

colours=$(identify -format %k out/screens/overview.png)
[ "$colours" -gt 20 ] || fail "blank window: $colours colours"
grep -qE 'Fyne call thread|panic' "$dir/log" && fail "the driver complains"
kill -0 $app || fail "the program has ended"
echo "window shown, $colours colours, person typed, outputs made, a new project and the rest of the job made and taken back by keyboard, no thread errors"
