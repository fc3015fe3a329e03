#!/bin/sh
# Gives every receiver and parser inputs that are nearly right, and prints how many were refused, which were
# faults (any exception but a refusal, a second or 256 MB for one input, or not the same again after writing
# it), the slowest and the largest (R1). Exits with 1 if there are faults.
#
#   bench/fuzz.sh [INPUTS [SEED]]      INPUTS (10000000), in a heap of 512 MB
#
# JAVA_HOME  a JDK 25; inputs that are faults are kept in ./fuzz-faults
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
begun=$(date +%s)
printf 'Commit %s, JDK %s\n\n' "$(git -C "$root" rev-parse --short HEAD)" \
  "$("$JAVA_HOME/bin/java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')"
"$root/bench/java.sh" fuzz.Fuzz "${1:-10000000}" "${2:-1}"
printf '\n%s s in all\n' $(($(date +%s) - begun))
