#!/bin/sh
# Gives every receiver and parser inputs that are nearly right, and prints how many were refused, which were
# faults (any exception but a refusal, a second or 256 MB for one input, or not the same again after writing
# it), the slowest and the largest (R1). Exits with 1 if there are faults.
#
#   bench/fuzz.sh [INPUTS [SEED]]      INPUTS (10000000), in a heap of 512 MB
#   bench/fuzz.sh requests [REQUESTS]  sends REQUESTS (200000) to a server, by HTTP and gRPC: none is answered
#                                      with 500 or not at all, and afterwards the server is ready, its ledger
#                                      holds what is found, and it never had more than 1 GB
#
# JAVA_HOME  a JDK 25; inputs that are faults are kept in ./fuzz-faults
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
begun=$(date +%s)
printf 'Commit %s, JDK %s\n\n' "$(git -C "$root" rev-parse --short HEAD)" \
  "$("$JAVA_HOME/bin/java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')"
if [ "${1:-}" = requests ]; then
  work=$(mktemp -d "${TMPDIR:-/tmp}/winnow-bench.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  "$root/winnow" --help >/dev/null
  "$root/bench/java.sh" load.HostileRequests winnow="$root/winnow" data="$work/data" log="$work/server.log" \
    requests="${2:-200000}"
else
  "$root/bench/java.sh" fuzz.Fuzz "${1:-10000000}" "${2:-1}"
fi
printf '\n%s s in all\n' $(($(date +%s) - begun))
