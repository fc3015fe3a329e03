#!/bin/sh
# What dpkg and apt logged on this machine on one day, the host's name and its keys' fingerprints
# replaced. usage: packages.sh YYYY-MM-DD OUTPUT_DIRECTORY
set -eu
day=$1; out=$(realpath "$2")
neutral() { sed -E "s/\b$(hostname)\b/shop-1/g; s#SHA256:[A-Za-z0-9+/]{43}#SHA256:b1xnIPA9Lwqk3sTzvPpXbXyX0dM2m0hR5vS7n1cQeUo#"; }
grep "^$day" /var/log/dpkg.log > "$out/dpkg.log"
awk -v day="$day" 'BEGIN { RS = ""; ORS = "\n\n" } $0 ~ "Start-Date: " day' /var/log/apt/history.log > "$out/apt-history.log"
awk -v day="$day" '/^Log started: / { keep = index($0, day) } keep' /var/log/apt/term.log | neutral > "$out/apt-term.log"
