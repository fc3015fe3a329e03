#!/bin/sh
# Opens connections to a server on which nothing happens, over HTTP and gRPC, others that send half a head or half
# a body, and some that are closed by half, and prints what memory they take and how long others wait for an
# answer meanwhile.
#
#   bench/idle.sh [CONNECTIONS]
#
# CONNECTIONS  of HTTP, and as many of gRPC (8000); a tenth of each other kind. Both this and the server need twice
#              as many open files (ulimit -n)
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
"$root/bench/java.sh" load.IdleConnections winnow="$root/winnow" data="$work/data" log="$work/server.log" \
  connections="${1:-8000}"
