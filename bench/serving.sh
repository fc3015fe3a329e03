# Starts and stops a server of one's own; to be sourced, with `root` set.
#
# WINNOW_JAVA_OPTS  passed on to the server
# Sets `work`, a directory that is removed at the end, and `api_port`, `http_port`, `grpc_port`.
work=$(mktemp -d "${TMPDIR:-/tmp}/winnow-bench.XXXXXX")
server=
trap 'stop_server; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

now_ms() {
  echo $(($(date +%s%N) / 1000000))
}

# Starts the server on data directory $1 and waits until it is ready; sets `ready_ms`.
start_server() {
  api_port=$(shuf -i 20000-29999 -n 1)
  http_port=$((api_port + 10000))
  grpc_port=$((api_port + 20000))
  started=$(now_ms)
  "$root/winnow" serve --data "$1" --port "$api_port" --set "receivers.otlp.http.port=$http_port" \
    --set "receivers.otlp.grpc.port=$grpc_port" >>"$work/server.log" 2>&1 &
  server=$!
  until curl -fs -o "$work/ready" "http://127.0.0.1:$api_port/health/ready"; do
    kill -0 "$server" 2>/dev/null || {
      tail -n 20 "$work/server.log" >&2
      server=
      exit 1
    }
    [ $(($(now_ms) - started)) -lt 120000 ] || {
      echo 'the server is not ready after two minutes' >&2
      exit 1
    }
    sleep 0.02
  done
  ready_ms=$(($(now_ms) - started))
}

stop_server() {
  [ -n "$server" ] || return 0
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  server=
}

# Milliseconds of processor time that the server has used.
server_cpu_ms() {
  awk -v tick="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); print int(($12 + $13) * 1000 / tick) }' "/proc/$server/stat"
}

# Resident memory of the server in MB: VmRSS, or its peak VmHWM.
server_memory() {
  awk -v name="$1:" '$1 == name { print int($2 / 1024) }' "/proc/$server/status"
}

# Lets the peak count from here on.
reset_peak() {
  echo 5 >"/proc/$server/clear_refs"
}

# Waits, $2 seconds at most, until the server uses next to no processor time for ten seconds, as it does when
# all closed parts of data directory $1 are rewritten; sets `size` in kB and `waited` in seconds.
await_rest() {
  waited=0
  used=1000
  until [ "$used" -lt 500 ] || [ "$waited" -ge "$2" ]; do
    used=$(server_cpu_ms)
    sleep 10
    used=$(($(server_cpu_ms) - used))
    waited=$((waited + 10))
  done
  size=$(du -sk "$1" | cut -f 1)
}

# Sends $2 records to the server that runs on data directory $1, spread over the last 24 hours, unless that was done
# before; `$1.start` then tells when they begin. Sets `step`, the nanoseconds from one to the next.
fill_day() {
  step=$((86400000000000 / $2))
  [ ! -e "$1.start" ] || return 0
  start=$(date -u -d '24 hours ago' +%Y-%m-%dT%H:%M:00Z)
  "$root/bench/java.sh" load.Sender port="$http_port" records="$2" \
    start="$start" step_nanos=$step >"$work/load"
  # Only now: what was loaded in part is no ground for figures.
  printf '%s\n' "$start" >"$1.start"
}

# The figure $2 in file $1, which has one a line as `name value`.
figure() {
  awk -v name="$2" '$1 == name { print $2 }' "$1"
}
