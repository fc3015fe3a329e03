#!/bin/sh
# Measures the dashboard in Chromium, beside its targets, on a server that holds many records, and prints a
# table in Markdown: what a browser loads, when a page first shows something, how long after an interaction
# all is shown that it changes, and what scrolling costs.
#
#   bench/dashboard.sh [RECORDS]
#
# RECORDS  stored before, spread over the last 24 hours (20000000)
#
# RUNS       how often each page is opened, and each interaction done (15)
# ROWS       how many rows are scrolled through (100000)
# DATA       a data directory that is kept; if it has been filled by this command or by bench/queries.sh
#            before, it is not filled again, and RECORDS must be the same
# REWRITE_SECONDS  how long at most the rewriting of closed parts is waited for (900)
# JAVA_HOME  a JDK 25; needs curl and Node.js
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
records=${1:-20000000}
. "$root/bench/serving.sh"
data=${DATA:-$work/data}
"$root/winnow" --help >/dev/null

start_server "$data"
fill_day "$data" "$records"
await_rest "$data" "${REWRITE_SECONDS:-900}"

start=$(cat "$data.start")
end=$(date -u -d "$start + 24 hours" +%Y-%m-%dT%H:%M:%SZ)
printf '\n%s records stored; load before: %s\n\n' "$records" "$(cut -d ' ' -f 1-3 /proc/loadavg)"
printf '| measure | reached | due |\n|---|---|---|\n'
size=$(sh "$root/dashboard/build.sh" size)
initial=$(printf '%s\n' "$size" | sed -n 's/^initial JavaScript: \([0-9]*\) bytes.*/\1/p')
printf '| initial JavaScript, kB gzip | %s | <= 300 |\n' "$((initial / 1000))"
result=0
: >"$work/measured.md"
SERVER=http://127.0.0.1:$api_port TIME="$start/$end" MEASURED=$work/measured.md \
  sh "$root/dashboard/build.sh" measure >"$work/browser" 2>&1 || result=$?
cat "$work/measured.md"
[ $result -eq 0 ] || cat "$work/browser" >&2
exit $result
