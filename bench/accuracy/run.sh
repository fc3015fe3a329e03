#!/bin/sh
# Scores Winnow and Drain3 on the same sets, in one configuration each, and prints the result as Markdown.
#
#   bench/accuracy/run.sh DATA_DIR [--quick]
#
# DATA_DIR has `tools/score_mining.py` (or SCORE_TOOLS names the directory that has it) and the loghub
# sets where that script looks for them. Neither is part of this repository: the sets are free for
# research only. The sets of bench/corpora/truth are scored beside them.
# --quick leaves out everything but the scores of Winnow and of Drain3 with typed masks.
#
# WINNOW  the command to score instead of this checkout's; the file is appended
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../.." && pwd)

[ $# -ge 1 ] || {
  sed -n '2,/^set -eu/s/^# \{0,1\}//p' "$0" >&2
  exit 64
}
data=$1
shift
tools=${SCORE_TOOLS:-$data/tools}
[ -r "$tools/score_mining.py" ] || {
  printf 'accuracy: %s has no score_mining.py; SCORE_TOOLS names the directory that has it\n' "$tools" >&2
  exit 66
}

venv=$here/.venv
if ! cmp -s "$here/requirements.txt" "$venv/requirements.txt"; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv"
fi

# The first start of Winnow may build it, which is not to be timed.
[ -n "${WINNOW:-}" ] || "$root/winnow" --help >/dev/null
exec "$venv/bin/python" "$here/accuracy.py" --score "$tools/score_mining.py" \
  --winnow "${WINNOW:-$root/winnow mine --raw --assign}" "$@"
