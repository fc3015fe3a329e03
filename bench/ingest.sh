#!/bin/sh
# Measures ingestion as a whole process beside its targets (I1 to I5) and prints a table in Markdown. The
# sender is on the same machine, so it takes its share of the cores.
#
#   bench/ingest.sh [RECORDS]
#
# RECORDS  sent over each protocol at full speed to a server of its own (4000000), so that no part is
#          rewritten meanwhile
#
# CONNECTIONS  of the sender (4); over gRPC each carries IN_FLIGHT (2) requests at once
# BATCH        records in a request (1000)
# LATENCY_SECONDS  how long acknowledgements are timed at half the rate (20)
# JAVA_HOME    a JDK 25; data is in TMPDIR and removed at the end; needs curl
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
records=${1:-4000000}
connections=${CONNECTIONS:-4}
batch=${BATCH:-1000}
begun=$(date +%s)
. "$root/bench/serving.sh"
"$root/winnow" --help >/dev/null
"$root/bench/java.sh" load.DecodeRate seconds=1 >"$work/warm"

send() {
  "$root/bench/java.sh" load.Sender host=127.0.0.1 connections="$connections" batch="$batch" "$@"
}

row() {
  printf '| %s | %s | %s | %s |\n' "$@"
}

# Prints what one run over protocol $1 at port $2 reaches; sets `rate`.
at_full_speed() {
  before=$(server_cpu_ms)
  send "protocol=$1" "port=$2" "in_flight=$4" "seed=$5" "records=$records" start="$day_start" \
    step_nanos=$((80000000000000 / records)) >"$work/$1" || true
  used=$(($(server_cpu_ms) - before))
  rate=$(figure "$work/$1" records_per_second)
  row "I1 $1" 'acknowledged records/s' "$rate" "$3"
  row "I1b $1" 'server CPU us/record' \
    "$(awk -v ms=$used -v n="$(figure "$work/$1" acknowledged_records)" \
      'BEGIN { if (n > 0) printf "%.1f", ms * 1000 / n; else print "-" }')" \
    '<= 12, then 7'
  row "I1b $1" 'sender CPU us/record' "$(figure "$work/$1" sender_cpu_us_per_record)" ''
  row "I1 $1" 'refused, unanswered, retried requests' \
    "$(figure "$work/$1" refused_requests), $(figure "$work/$1" unanswered_requests), $(figure "$work/$1" retries)" '0, 0'
}

# Spread over most of a day.
day_start=$(date -u -d '2 days ago' +%Y-%m-%dT00:00:00Z)

start_server "$work/data"
first_ready=$ready_ms
sleep 3
idle=$(server_memory VmRSS)

printf '\n%s records for each protocol, %s a request; load before: %s\n\n' \
  "$records" "$batch" "$(cut -d ' ' -f 1-3 /proc/loadavg)"
printf '| target | measure | reached | due |\n|---|---|---|---|\n'
at_full_speed http "$http_port" '>= 120000' 1 31
http_rate=$rate
http_peak=$(server_memory VmHWM)

# What decoding alone allows, with the server at rest.
"$root/bench/java.sh" load.DecodeRate >"$work/decode"
row '' 'decoding alone: records/s, CPU us/record' \
  "$(figure "$work/decode" decoded_records_per_second), $(figure "$work/decode" decoded_cpu_us_per_record)" ''

# And decoding with appending to the store, in one process without a server or a sender.
"$root/bench/java.sh" load.AppendRate directory="$work/append" records=1000000 >"$work/appending"
rm -rf "$work/append"
append_rate=$(figure "$work/appending" appended_records_per_second)
row '' 'decoding and appending alone: records/s, CPU us/record' \
  "$append_rate, $(figure "$work/appending" cpu_microseconds_per_record)"  ''

send protocol=http port="$http_port" seed=33 records=100000000 seconds="${LATENCY_SECONDS:-20}" \
  rate="$(awk -v rate="$http_rate" 'BEGIN { print int(rate / 2) }')" connections=16 >"$work/latency" || true
row I2 "acknowledgement at $(figure "$work/latency" records_per_second) records/s: p50, p95 ms" \
  "$(figure "$work/latency" latency_p50_ms), $(figure "$work/latency" latency_p95_ms)" 'p50 < 100'
row I2 'p99, longest ms' \
  "$(figure "$work/latency" latency_p99_ms), $(figure "$work/latency" latency_max_ms)" 'p99 < 250'

stop_server
start_server "$work/data"
row I5 "ready after ms: empty store, $records records and those of I2" "$first_ready, $ready_ms" '<= 3000'

stop_server
rm -rf "$work/data"
start_server "$work/second"
at_full_speed grpc "$grpc_port" '>= 150000, then 250000' "${IN_FLIGHT:-2}" 32
row I1 'share of appending alone by HTTP, by gRPC' \
  "$(awk -v http="$http_rate" -v grpc="$rate" -v alone="$append_rate" \
    'BEGIN { printf "%.0f %%, %.0f %%", 100 * http / alone, 100 * grpc / alone }')" '>= 70 %'
row I4 'resident MB: idle, peak under load by HTTP, by gRPC' \
  "$idle, $http_peak, $(server_memory VmHWM)" '<= 350, <= 1024'
stop_server

"$root/bench/java.sh" load.PackedSize directory="$work/packed" >"$work/packing"
row I3 "stored B/record when rewritten; share of $(figure "$work/packing" json_bytes_per_record) B of JSON" \
  "$(figure "$work/packing" packed_bytes_per_record), $(figure "$work/packing" packed_percent_of_json) %" '<= 10 %, then 8 %'
row '' 'before; rewritten records/s' \
  "$(figure "$work/packing" loaded_bytes_per_record), $(figure "$work/packing" packed_records_per_second)" ''

printf '\nOf these records:\n\n'
"$root/bench/java.sh" traffic.Description $((80000000000000 / records))
printf '\n%s s in all\n' $(($(date +%s) - begun))
