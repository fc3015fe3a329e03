#!/bin/sh
# Measures questions over HTTP while records arrive, beside their targets (Q1 to Q4), checks each answer,
# and prints a table in Markdown.
#
#   bench/queries.sh [RECORDS]
#
# RECORDS  stored before, spread over the last 24 hours (20000000)
#
# RATE       records a second that arrive meanwhile (20000)
# RUNS       how often each question is asked (20)
# DATA       a data directory that is kept; if it has been filled by this command before, it is not
#            filled again, and RECORDS must be the same
# REWRITE_SECONDS  how long at most the rewriting of closed parts is waited for (600)
# JAVA_HOME  a JDK 25; needs curl
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
records=${1:-20000000}
begun=$(date +%s)
. "$root/bench/serving.sh"
data=${DATA:-$work/data}
"$root/winnow" --help >/dev/null

start_server "$data"
fill_day "$data" "$records"
loaded=$(date +%s)
await_rest "$data" "${REWRITE_SECONDS:-600}"

"$root/bench/java.sh" load.Sender port="$http_port" seed=18 records=1000000000 seconds=100000 \
  rate="${RATE:-20000}" >"$work/arriving" 2>&1 &
arriving=$!
trap 'kill "$arriving" 2>/dev/null; stop_server; rm -rf "$work"' EXIT

printf '\n%s records stored, %s a second arrive; load before: %s\n\n' \
  "$records" "${RATE:-20000}" "$(cut -d ' ' -f 1-3 /proc/loadavg)"
result=0
"$root/bench/java.sh" load.Questions port="$api_port" records="$records" \
  start="$(cat "$data.start")" step_nanos=$step runs="${RUNS:-20}" || result=$?
printf '\nresident MB, peak: %s; %s s to load, %s s until rewritten, %s s in all\n' \
  "$(server_memory VmHWM)" $((loaded - begun)) "$waited" $(($(date +%s) - begun))
exit $result
