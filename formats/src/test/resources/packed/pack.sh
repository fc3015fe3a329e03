#!/bin/sh
# Makes the files beside it anew, with the tools of Debian 12: gzip, pigz's way of many members, bzip2, xz,
# zstd, lz4, zip, tar, iconv. app.log is their content, cut in two where a format can hold several frames.
set -e
cd "$(dirname "$0")"
export TZ=UTC LC_ALL=C.UTF-8
work=$(mktemp -d)
i=0
while [ $i -lt 40 ]; do
  printf '2026-11-20 10:%02d:%02d,%03d INFO [worker-%d] shop.Orders - order %d for Zoë placed in %d ms\n' \
    $((i / 60)) $((i % 60)) $((i * 37 % 1000)) $((i % 4)) $((4711 + i * 13)) $((i * 7 % 90))
  i=$((i + 1))
done >app.log
touch -d '2026-11-20T11:00:00Z' app.log
head -n 20 app.log >"$work/head"
tail -n 20 app.log >"$work/tail"
for tool in gzip bzip2 xz lz4 zstd; do
  case $tool in gzip) end=gz ;; bzip2) end=bz2 ;; zstd) end=zst ;; *) end=$tool ;; esac
  { $tool -c <"$work/head"; $tool -c <"$work/tail"; } >app.log.$end
done
gzip -c <app.log | { cat; printf '\0\0\0\0\0\0\0\0'; } >padded.log.gz
# A frame of 4 bytes that is to be skipped, as pzstd puts in front of each of its own.
{ printf '\120\052\115\030\4\0\0\0skip'; zstd -c <app.log; } >skippable.log.zst
iconv -f UTF-8 -t UTF-16 app.log >utf16.log
mkdir -p "$work/logs/old" && cp -p app.log "$work/logs/" && gzip -c app.log >"$work/logs/old/app.log.1.gz"
: >"$work/logs/empty.log"
head -c 3000 /dev/urandom >"$work/logs/logo.png"
ln -s /etc/passwd "$work/logs/link"
(cd "$work" && cp -p logs/app.log plain.log && zip -q -r -X - logs -x logs/link >piped.zip && zip -q -0 -X stored.zip logs/app.log &&
  zip -q -P secret -X encrypted.zip logs/app.log &&
  for format in v7 ustar gnu posix; do
    long=$(printf 'd%.0s' $(seq 60))/$(printf 'e%.0s' $(seq 80))
    [ $format = v7 ] && long=d
    mkdir -p "$long" && cp -p logs/app.log "$long/long.log"
    tar -c -f $format.tar --format=$format "$long/long.log" logs
  done)
gzip -n <"$work/gnu.tar" >gnu.tgz
zstd -q -c <"$work/posix.tar" >posix.tar.zst
xz -c <"$work/ustar.tar" >ustar.tar.xz
bzip2 -c <"$work/v7.tar" >v7.tar.bz2
mv "$work/piped.zip" "$work/stored.zip" "$work/encrypted.zip" .
rm -r "$work"
