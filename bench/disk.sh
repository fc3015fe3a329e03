#!/bin/sh
# Makes the disk of a server slow, and has it fail, while records are sent to it, and prints what becomes of
# requests (R2). A server whose store cannot go on ends, and is started again here as a supervisor does. Exits with
# 1 when the server is not ready again afterwards, when a record that was acknowledged is not found, or when the
# ledger does not balance.
#
#   bench/disk.sh [RATE [SECONDS]]
#
# RATE     records a second (20000)
# SECONDS  for how long in each mood (15)
#
# JAVA_HOME  a JDK 25; needs cc, curl and jq; data is in TMPDIR and removed at the end
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
for tool in cc curl jq; do
  command -v "$tool" >/dev/null || {
    echo "disk.sh: $tool is missing; install it with the packages of your system" >&2
    exit 1
  }
done
rate=${1:-20000}
seconds=${2:-15}
. "$root/bench/serving.sh"
"$root/winnow" --help >/dev/null
cc -O2 -shared -fPIC -o "$work/disk.so" "$root/bench/src/main/c/disk.c" -ldl
export DISK_MOOD="$work/mood"
echo 0 >"$DISK_MOOD"

serve() {
  LD_PRELOAD="$work/disk.so"
  export LD_PRELOAD
  start_server "$work/data"
  unset LD_PRELOAD
}

# Sends in mood $1, which ends before the sender gives up, and prints what came of it as a row.
send() {
  echo "$1" >"$DISK_MOOD"
  "$root/bench/java.sh" load.Sender host=127.0.0.1 protocol=http port="$http_port" connections=4 \
    records=1000000000 seconds="$seconds" rate="$rate" seed="$2" >"$work/sent" 2>"$work/complaints" &
  sender=$!
  sleep "$seconds"
  echo 0 >"$DISK_MOOD"
  wait "$sender" || true
  then=ready
  if ! kill -0 "$server" 2>/dev/null; then
    wait "$server" && then=0 || then=$?
    then="ended with $then, started again"
    serve
  fi
  ready=$(curl -s -o "$work/ready" -m 10 -w '%{http_code}' "http://127.0.0.1:$api_port/health/ready" || true)
  taken=$(figure "$work/sent" acknowledged_records)
  acknowledged=$((acknowledged + ${taken:-0}))
  [ "$ready" = 200 ] || {
    then="not ready: $ready"
    failed=1
  }
  printf '| %s | %s | %s | %s | %s | %s | %s | %s |\n' "$3" "${taken:-none}" "$(figure "$work/sent" latency_p50_ms)" \
    "$(figure "$work/sent" latency_p99_ms)" "$(figure "$work/sent" retries)" \
    "$(figure "$work/sent" refused_requests)" "$(figure "$work/sent" unanswered_requests)" "$then"
}

# Compares what was acknowledged, counted and found; what was refused or not answered may be there as well.
balance() {
  curl -fsS "http://127.0.0.1:$api_port/api/v1/ledger" >"$work/ledger"
  stored=$(jq .outcomes.stored "$work/ledger")
  found=$(curl -fsS "http://127.0.0.1:$api_port/api/logs?start_time=1970-01-01T00:00:00Z&count=true&limit=1" | jq .total)
  printf '\n%s: %s acknowledged, %s stored by the ledger, %s found\n' "$1" "$acknowledged" "$stored" "$found"
  [ "$stored" = "$found" ] && [ "$found" -ge "$acknowledged" ] || failed=1
  jq -e '.accepted == ([.outcomes | to_entries[] | select(.key != "refused" and .key != "malformed") | .value] | add)' \
    "$work/ledger" >"$work/balanced" || failed=1
}

acknowledged=0
failed=0
serve
printf 'Commit %s, JDK %s; %s records/s are sent for %s s in each mood.\n\n' "$(git -C "$root" rev-parse --short HEAD)" \
  "$("$JAVA_HOME/bin/java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')" "$rate" "$seconds"
echo '| disk | acknowledged | p50 ms | p99 ms | tried again | refused requests | unanswered | then |'
echo '|---|---|---|---|---|---|---|---|'
send fail 1 'each sync fails, and no file is there yet'
send 0 2 usual
send 500 3 'each sync 500 ms'
send 0 4 'usual again'
send fail 5 'each sync fails'
send 0 6 'usual again'
balance 'while it runs'
stop_server
serve
balance 'after a start'
exit "$failed"
