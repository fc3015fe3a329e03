#!/bin/sh
# Keeps a server at half of what it can take in, looks at it every ten seconds, and prints the first, last and
# largest of each figure and how much it grows (R3, which is due for an hour). Exits with 1 when something
# leaks: when the last third of the time has more than the second, by 10 % and 64 MB of memory, by 8 threads, or
# by 32 open files; and when requests were refused or not answered.
#
#   bench/soak.sh [SECONDS]
#
# SECONDS  how long (3600), at least 90
#
# JAVA_HOME  a JDK 25; data is in TMPDIR and removed at the end; needs curl
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
seconds=${1:-3600}
. "$root/bench/serving.sh"
"$root/winnow" --help >/dev/null
start_server "$work/data"

send() {
  "$root/bench/java.sh" load.Sender host=127.0.0.1 protocol=http port="$http_port" connections=4 "$@"
}

# One line: seconds since the start, MB, threads, open files, files on disk, MB on disk.
sample() {
  echo "$((($(now_ms) - loaded) / 1000)) $(server_memory VmRSS) $(server_status Threads)" \
    "$(find "/proc/$server/fd" -mindepth 1 2>/dev/null | wc -l) $(find "$work/data" -type f | wc -l)" \
    "$(du -sm "$work/data" | cut -f 1)"
}

# A number of the server's status that is no memory.
server_status() {
  awk -v name="$1:" '$1 == name { print $2 }' "/proc/$server/status"
}

send records=100000000 seconds=10 seed=41 >"$work/full"
rate=$(figure "$work/full" records_per_second)
half=$(awk -v rate="$rate" 'BEGIN { print int(rate / 2) }')
loaded=$(now_ms)
send records=1000000000000 seconds="$seconds" rate="$half" seed=42 >"$work/soak" &
sender=$!
while kill -0 "$sender" 2>/dev/null; do
  sample >>"$work/samples"
  sleep 10
done
wait "$sender"

printf 'Commit %s, JDK %s\n\n' "$(git -C "$root" rev-parse --short HEAD)" \
  "$("$JAVA_HOME/bin/java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')"
refused=$(figure "$work/soak" refused_requests)
unanswered=$(figure "$work/soak" unanswered_requests)
printf '%s seconds at %s records/s, half of what it takes; refused, unanswered requests: %s, %s; p99 %s ms\n\n' \
  "$seconds" "$half" "$refused" "$unanswered" "$(figure "$work/soak" latency_p99_ms)"
awk '
  function mean(column, from, to,   i, sum) {
    for (i = from; i <= to; i++) sum += cell[i, column]
    return sum / (to - from + 1)
  }
  { for (i = 1; i <= NF; i++) cell[NR, i] = $i }
  END {
    split("resident MB|threads|open files|files on disk|MB on disk", names, "|")
    split("64|8|32|0|0", most, "|")
    print "| figure | first | last | largest | second third | last third | verdict |"
    print "|---|---|---|---|---|---|---|"
    third = int(NR / 3)
    for (c = 2; c <= 6; c++) {
      largest = 0
      for (i = 1; i <= NR; i++) if (cell[i, c] > largest) largest = cell[i, c]
      middle = mean(c, third + 1, 2 * third)
      late = mean(c, 2 * third + 1, NR)
      leaks = most[c - 1] > 0 && late - middle > most[c - 1] && (c > 2 || late > 1.1 * middle)
      verdict = leaks ? "**leaks**" : most[c - 1] > 0 ? "flat" : "holds what was sent"
      printf "| %s | %d | %d | %d | %.0f | %.0f | %s |\n", names[c - 1], cell[1, c], cell[NR, c], largest, middle, late, verdict
      leaking += leaks
    }
    exit leaking > 0
  }' "$work/samples"
[ "$refused" = 0 ] && [ "$unanswered" = 0 ]
