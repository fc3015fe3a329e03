#!/bin/sh
# Watches a server of its own while records are sent to it, and prints how long they take from their sender to those
# who watch, and whether one came twice or was left out without a word.
#
#   bench/tail.sh [RATE [SECONDS]]
#
# RATE     records a second (5000)
# SECONDS  for how long (20), once with each of 1, 100 and 1000 tails, which watch a service each
#
# JAVA_HOME  a JDK 25; data is in TMPDIR and removed at the end
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
work=$(mktemp -d "${TMPDIR:-/tmp}/winnow-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
"$root/winnow" --help >/dev/null
printf 'Commit %s, JDK %s\n\n' "$(git -C "$root" rev-parse --short HEAD)" \
  "$("$JAVA_HOME/bin/java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')"
printf 'Milliseconds: p50 / p95 / p99 / longest, after 10 s of the same load.\n\n'
printf '| tails | records/s | shown | sent to stored | sent to shown | stored to shown | twice | left out | dropped |'
printf ' requests refused | resident MB |\n|---|---|---|---|---|---|---|---|---|---|---|\n'
for tails in 1 100 1000; do
  "$root/bench/java.sh" load.TailLatency winnow="$root/winnow" data="$work/$tails" log="$work/server.log" \
    tails=$tails rate="${1:-5000}" seconds="${2:-20}"
done
