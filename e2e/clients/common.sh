# What the scripts that send with real clients share; to be sourced, not run.
export WINNOW_URL="${WINNOW_URL:-http://127.0.0.1:8005}"
export RECORDS=100
RUN=$(date +%s)
export RUN
work=$(mktemp -d "${TMPDIR:-/tmp}/winnow-clients.XXXXXX")
trap 'rm -rf "$work"' EXIT
failed=0

# Whether there is the program $1; says that the clients $2 are left out otherwise.
has() {
  command -v "$1" >/dev/null 2>&1 || {
    printf '%-12s not run: there is no %s\n' "$2" "$1"
    return 1
  }
}

# How many records of the service $1 have the fields of $2.
found() {
  curl -sS --get "$WINNOW_URL/api/logs" --data-urlencode "service=$1" \
    --data-urlencode "query=$2 and level = error" \
    --data-urlencode count=true --data-urlencode limit=1 | sed 's/.*"total":\([0-9]*\).*/\1/'
}

# Asks for what the service $1 sent by $2 with the fields of $3.
check() {
  found=$(found "$1" "$3")
  printf '%-40s %-26s sent %s, found %s\n' "$1" "$2" "$RECORDS" "$found"
  [ "$found" = "$RECORDS" ] || failed=1
}
