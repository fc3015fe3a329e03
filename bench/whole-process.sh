#!/bin/sh
# Times Winnow as a whole process on a mixed log, beside `wc -l`, `grep -c ERROR` and lnav (Debian's, if
# it is installed) on the same file, and prints the median of some runs as Markdown: wall clock, processor
# time, peak resident memory.
#
#   bench/whole-process.sh [MEGABYTES [FORMS]]
#
# MEGABYTES  size of the log (100); target C1 is for 1000
# FORMS      distinct forms in it beyond those of the corpora (0); target C1 is for 0 and for 100000
#
# RUNS       how often each command runs (5); lnav, which takes long, runs once
# JAVA_HOME  a JDK 25; needs GNU time as /usr/bin/time; the log is in TMPDIR and removed at the end
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
megabytes=${1:-100}
forms=${2:-0}
runs=${RUNS:-5}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
"$root/bench/java.sh" MixedFile "$work/mixed.log" "$megabytes" "$forms"
head -c 1000000 "$work/mixed.log" >"$work/small.log"
"$root/winnow" --help >/dev/null
lines=$(wc -l <"$work/mixed.log")

median() {
  sort -n | sed -n "$((runs / 2 + 1))p"
}

# Prints a row for the command behind $1, a name, and $2, the lines it reads.
measure() {
  name=$1
  count=$2
  shift 2
  : >"$work/times"
  for _ in $(seq $runs); do
    # Not to /dev/null: grep would stop at its first match. It answers 1 when it finds none.
    /usr/bin/time -a -o "$work/times" -f '%e %U %S %M' "$@" >"$work/stdout" 2>"$work/stderr" || {
      status=$?
      [ "$1" = grep ] && [ $status -eq 1 ] || {
        printf '| %s | failed with %s: %s |\n' "$name" "$status" "$(tail -n 1 "$work/stderr")"
        return 0
      }
    }
  done
  wall=$(awk '{ print $1 }' "$work/times" | median)
  processor=$(awk '{ print $2 + $3 }' "$work/times" | median)
  memory=$(awk '{ print $4 }' "$work/times" | median)
  awk -v name="$name" -v wall="$wall" -v processor="$processor" -v memory="$memory" -v count="$count" \
    'BEGIN {
      if (wall == 0) wall = 0.005
      printf "| %s | %.2f | %.2f | %.0f | %.2f |\n", name, wall, processor, memory / 1024, count / wall / 1e6
    }'
}

printf '\n%s lines; load before: %s\n\n' "$lines" "$(cut -d ' ' -f 1-3 /proc/loadavg)"
printf '| command | wall s | processor s | peak MB | M lines/s |\n|---|---|---|---|---|\n'
measure 'wc -l' "$lines" wc -l "$work/mixed.log"
measure 'grep -c ERROR' "$lines" grep -c ERROR "$work/mixed.log"
if command -v lnav >/dev/null; then
  # It indexes the file as it does before it shows anything, and shows nothing.
  (runs=1 && measure 'lnav, to index' "$lines" lnav -n -c ':quit' "$work/mixed.log")
else
  echo '| lnav | not installed: apt install lnav | | | |'
fi
measure 'winnow mine' "$lines" "$root/winnow" mine "$work/mixed.log"
measure 'winnow analyze' "$lines" "$root/winnow" analyze "$work/mixed.log"
measure 'winnow analyze, 1 MB (C2)' "$(wc -l <"$work/small.log")" "$root/winnow" analyze "$work/small.log"
