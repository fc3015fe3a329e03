#!/bin/sh
# Times a backup of a running server and the restoration, and compares what both servers answer:
# counts by template and service, ledger, templates.
#
#   bench/backup.sh [RECORDS]     4 000 000 by default
#
# JAVA_HOME  a JDK 25
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
records=${1:-4000000}
. "$root/bench/serving.sh"
"$root/winnow" --help >/dev/null

# What the server answers, with all that must be the same after a restoration.
answers() {
  span='start_time=1970-01-01T00:00:00Z&end_time=2100-01-01T00:00:00Z'
  for path in "/api/patterns?limit=1000&$span" "/api/logs/facets?field=service&$span" /api/v1/ledger; do
    curl -fsS "http://127.0.0.1:$api_port$path"
    echo
  done >"$1"
}

start_server "$work/data"
"$root/bench/java.sh" load.Sender port="$http_port" records="$records" >"$work/load"
answers "$work/before"
reset_peak
begun=$(now_ms)
"$root/winnow" backup "$work/backup.tar" --data "$work/data" 2>"$work/said"
backed_up=$(now_ms)
peak=$(server_memory VmHWM)
stop_server
"$root/winnow" restore "$work/backup.tar" --data "$work/restored" 2>>"$work/said"
restored=$(now_ms)
start_server "$work/restored"
answers "$work/after"

bytes=$(wc -c <"$work/backup.tar")
printf 'records %s\narchive_megabytes %s\nbackup_ms %s\nrestore_ms %s\nserver_peak_megabytes %s\n' \
  "$records" $((bytes / 1000000)) $((backed_up - begun)) $((restored - backed_up)) "$peak"
cmp "$work/before" "$work/after" && echo 'answers the same'
