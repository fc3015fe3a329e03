#!/bin/sh
# Sends records with rsyslog, syslog-ng, logger and Python's SysLogHandler to a running server, asks for
# them, and prints for each way what was sent and what was found. Fails if they differ.
#
#   ./winnow serve --set receivers.syslog.udp.enabled=true --set receivers.syslog.tcp.enabled=true
#   e2e/clients/syslog.sh
#
# WINNOW_URL   the API (http://127.0.0.1:8005)
# SYSLOG_PORT  the port of syslog over UDP and TCP (5514)
# SYSLOG_NG    how syslog-ng is called, if not by its name
#
# A program that is not installed is left out, which is said.
set -eu
WINNOW_URL="${WINNOW_URL:-http://127.0.0.1:8005}"
port="${SYSLOG_PORT:-5514}"
syslog_ng="${SYSLOG_NG:-syslog-ng}"
records=100
run=$(date +%s)
work=$(mktemp -d "${TMPDIR:-/tmp}/winnow-syslog.XXXXXX")
daemons=
trap '[ -z "$daemons" ] || { kill $daemons; wait; }; rm -rf "$work"' EXIT
failed=0

has() {
  command -v "$1" >/dev/null 2>&1 || {
    printf '%-12s not run: there is no %s\n' "$2" "$1"
    return 1
  }
}

find() {
  curl -sS --get "$WINNOW_URL/api/logs" --data-urlencode "service=$1" \
    --data-urlencode 'query=attributes.syslog.facility = local3 and severity_number = 17' \
    --data-urlencode count=true --data-urlencode limit=1 | sed 's/.*"total":\([0-9]*\).*/\1/'
}

# Asks for what the service $1 sent, by $2, until it is there or ten seconds are over.
check() {
  tries=0
  found=$(find "$1")
  while [ "$found" != "$records" ] && [ $tries -lt 50 ]; do
    sleep 0.2
    tries=$((tries + 1))
    found=$(find "$1")
  done
  printf '%-36s %-22s sent %s, found %s\n' "$1" "$2" "$records" "$found"
  [ "$found" = "$records" ] || failed=1
}

await_socket() {
  tries=0
  while [ ! -S "$1" ] && [ $tries -lt 50 ]; do
    sleep 0.1
    tries=$((tries + 1))
  done
}

# Has a daemon that listens at the socket $2 send what the service $1 says.
send_through() {
  await_socket "$2"
  i=0
  while [ $i -lt $records ]; do
    logger --socket "$2" --tag "$1" --priority local3.err "order $i late"
    i=$((i + 1))
  done
}

send_logger() {
  i=0
  while [ $i -lt $records ]; do
    echo "order $i late"
    i=$((i + 1))
  done | logger --server 127.0.0.1 --port "$port" --tag "$1" --priority local3.err $2
}

if has logger logger; then
  version=$(logger --version | sed 's/.* //')
  for way in udp-rfc5424 udp-rfc3164 tcp-rfc5424 tcp-rfc3164 counted-rfc5424; do
    case $way in
    udp-*) options="--udp --${way#*-}" ;;
    tcp-*) options="--tcp --${way#*-}" ;;
    *) options="--tcp --octet-count --${way#*-}" ;;
    esac
    send_logger "logger-$way-$run" "$options"
    check "logger-$way-$run" "util-linux $version"
  done
fi

if has python3 python; then
  version=$(python3 --version | sed 's/.* //')
  for way in udp tcp; do
    python3 - "python-$way-$run" "$way" "$port" "$records" <<'END'
import logging.handlers, socket, sys

service, way, port, records = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
kind = socket.SOCK_DGRAM if way == "udp" else socket.SOCK_STREAM
handler = logging.handlers.SysLogHandler(("127.0.0.1", port), facility="local3", socktype=kind)
form = "%(asctime)s web " + service + ": %(message)s"
handler.setFormatter(logging.Formatter(form, "%b %d %H:%M:%S"))
for i in range(records):
    handler.handle(logging.makeLogRecord({"msg": f"order {i} late", "levelname": "ERROR"}))
handler.close()
END
    check "python-$way-$run" "SysLogHandler $version"
  done
fi

if has rsyslogd rsyslog; then
  version=$(rsyslogd -v | sed -n '1s/rsyslogd *\([0-9.]*\).*/\1/p')
  for way in udp-3164 tcp-3164 tcp-rfc3339 counted-5424; do
    transport=tcp
    framing=traditional
    template=RSYSLOG_TraditionalForwardFormat
    case $way in
    udp-*) transport=udp ;;
    *-rfc3339) template=RSYSLOG_ForwardFormat ;;
    counted-*)
      framing=octet-counted
      template=RSYSLOG_SyslogProtocol23Format
      ;;
    esac
    cat >"$work/rsyslog-$way.conf" <<END
global(workDirectory="$work")
module(load="imuxsock" SysSock.Use="off")
input(type="imuxsock" Socket="$work/rsyslog-$way.sock" RateLimit.Interval="0")
*.* action(type="omfwd" Target="127.0.0.1" Port="$port" Protocol="$transport"
  TCP_Framing="$framing" Template="$template")
END
    rsyslogd -n -f "$work/rsyslog-$way.conf" -i "$work/rsyslog-$way.pid" &
    daemons="$daemons $!"
    send_through "rsyslog-$way-$run" "$work/rsyslog-$way.sock"
    check "rsyslog-$way-$run" "rsyslog $version"
  done
fi

if has "${syslog_ng%% *}" syslog-ng; then
  version=$($syslog_ng --version | sed -n '1s/.*(\([0-9.]*\)).*/\1/p')
  for way in udp-3164 tcp-3164 counted-5424; do
    case $way in
    udp-*) target="network(\"127.0.0.1\" port($port) transport(udp))" ;;
    tcp-*) target="network(\"127.0.0.1\" port($port) transport(tcp) frac-digits(3))" ;;
    *) target="syslog(\"127.0.0.1\" port($port) transport(tcp))" ;;
    esac
    cat >"$work/ng-$way.conf" <<END
@version: ${version%.*}
source local { unix-dgram("$work/ng-$way.sock"); };
destination winnow { $target; };
log { source(local); destination(winnow); };
END
    $syslog_ng --foreground --no-caps --cfgfile "$work/ng-$way.conf" \
      --persist-file "$work/ng-$way.persist" --pidfile "$work/ng-$way.pid" \
      --control "$work/ng-$way.ctl" &
    daemons="$daemons $!"
    send_through "syslog-ng-$way-$run" "$work/ng-$way.sock"
    check "syslog-ng-$way-$run" "syslog-ng $version"
  done
fi
exit $failed
