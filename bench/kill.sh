#!/bin/sh
# Kills the server at random moments under full load, starts it again, reads every record back, and prints
# what was acknowledged, what of it is lost, and what is stored twice (I6): none, and none.
#
#   bench/kill.sh [ROUNDS]
#
# ROUNDS  how often (50)
#
# LEAST_MS, MOST_MS  of load before each kill (300, 3000)
# JAVA_HOME  a JDK 25; data is in TMPDIR and removed at the end unless something is wrong
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
begun=$(date +%s)
work=$(mktemp -d "${TMPDIR:-/tmp}/winnow-bench.XXXXXX")
"$root/winnow" --help >/dev/null
"$root/bench/java.sh" load.KillRounds winnow="$root/winnow" data="$work/data" log="$work/server.log" \
  rounds="${1:-50}" least_ms="${LEAST_MS:-300}" most_ms="${MOST_MS:-3000}" || {
  echo "data and the log of the server are kept in $work" >&2
  exit 1
}
rm -rf "$work"
printf '\n%s s in all\n' $(($(date +%s) - begun))
