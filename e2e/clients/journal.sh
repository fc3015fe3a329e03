#!/bin/sh
# Sends the entries of a journal with systemd-journal-upload to a running server, by an upload that stays
# open, then twice by one that ends, asks for them, and prints what was sent and what was found. Fails if
# they differ.
#
#   e2e/clients/journal.sh
#
# WINNOW_URL  the API (http://127.0.0.1:8005)
#
# The journal is made by systemd-journal-remote, which Debian packs with systemd-journal-upload.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
. "$here/common.sh"
PATH=$PATH:/lib/systemd:/usr/lib/systemd

if has systemd-journal-upload journald && has systemd-journal-remote journald; then
  version=$(systemd-journal-upload --version | sed -n '1s/systemd \([0-9]*\).*/\1/p')
  service="journal-$RUN"
  now=$(date +%s)
  i=0
  while [ $i -lt "$RECORDS" ]; do
    printf '__REALTIME_TIMESTAMP=%s%06d\nSYSLOG_IDENTIFIER=%s\nPRIORITY=3\nORDER=%s\n' \
      "$now" "$i" "$service" "$i"
    # A line break makes a value that is sent with its length.
    printf '_BOOT_ID=%032x\nMESSAGE\n' 1
    text=$(printf 'order %s late\nas before' "$i")
    printf "\\$(printf %o ${#text})\0\0\0\0\0\0\0%s\n\n" "$text"
    i=$((i + 1))
  done >"$work/export"
  systemd-journal-remote --output="$work/sent.journal" "$work/export" >"$work/out" 2>&1 ||
    cat "$work/out"
  query='message contains "as before" and exists ORDER'
  systemd-journal-upload --url="$WINNOW_URL" --directory="$work" --follow \
    --save-state="$work/state" >"$work/out" 2>&1 &
  following=$!
  tries=30
  until [ "$(found "$service" "$query")" = "$RECORDS" ] || [ $tries = 0 ]; do
    tries=$((tries - 1))
    sleep 1
  done
  check "$service" "systemd $version, open" "$query"
  kill $following 2>/dev/null || {
    cat "$work/out"
    failed=1
  }
  wait
  for times in once again; do
    rm -f "$work/state"
    systemd-journal-upload --url="$WINNOW_URL" --directory="$work" --follow=no \
      --save-state="$work/state" >"$work/out" 2>&1 || {
      cat "$work/out"
      failed=1
    }
    check "$service" "systemd $version, $times" "$query"
  done
fi
exit $failed
