#!/bin/sh
# Shows how the mean scores move when a number that decides what is a variable is changed by one, and
# when one system is left out. Numbers that were fitted to a set would show here as a cliff.
#
#   bench/accuracy/sensitivity.sh DATA_DIR
#
# DATA_DIR and SCORE_TOOLS are those of run.sh. Each variant is a copy of the class with the number
# changed, compiled into a temporary directory in front of the program's jars; the product has no
# option for it. Takes some minutes.
#
# JAVA_HOME  a JDK 25; WINNOW_CLASS_PATH  the program's classes instead of cli/target/lib
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../.." && pwd)

[ $# -eq 1 ] || {
  sed -n '2,/^set -eu/s/^# \{0,1\}//p' "$0" >&2
  exit 64
}
tools=${SCORE_TOOLS:-$1/tools}
[ -r "$tools/score_mining.py" ] || {
  printf 'sensitivity: %s has no score_mining.py\n' "$tools" >&2
  exit 66
}
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"

[ -n "${WINNOW_CLASS_PATH:-}" ] || "$root/winnow" --help >/dev/null
exec python3 "$here/sensitivity.py" --score "$tools/score_mining.py" --java "$JAVA_HOME/bin" \
  --class-path "${WINNOW_CLASS_PATH:-$root/cli/target/lib/*}"
