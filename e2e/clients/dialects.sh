#!/bin/sh
# Sends records with clients of Loki and Elasticsearch to a running server, asks for them, and prints
# for each way what was sent and what was found. Fails if they differ, or if the accounts of the
# server do not balance.
#
#   e2e/clients/dialects.sh
#
# WINNOW_URL  the API (http://127.0.0.1:8005)
#
# The clients are fetched from the registries of their languages into a temporary directory. A
# language that is not installed is left out, which is said.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
. "$here/common.sh"

# Sends by $2 with a client, its version $3, and the rest as a command to which both are added.
send() {
  kind=$1 way=$2 version=$3
  shift 3
  # What a client cannot send it tells on its error output, and goes on.
  if ! timeout 120 "$@" "$way" "$way-$RUN" >"$work/out" 2>&1 || grep -qi 'error' "$work/out"; then
    cat "$work/out"
    failed=1
  fi
  check "$way-$RUN" "$kind $version" 'message contains "order" and exists order'
}

if has python3 python; then
  python3 -m venv "$work/python"
  "$work/python/bin/pip" install --quiet --disable-pip-version-check \
    python-logging-loki loki-logger-handler elasticsearch
  version() { "$work/python/bin/pip" show "$1" 2>/dev/null | sed -n 's/^Version: //p'; }
  python="$work/python/bin/python"
  send Python python-logging-loki "$(version python-logging-loki)" "$python" "$here/loki.py"
  for way in loki-logger-handler loki-logger-handler-gzip; do
    send Python $way "$(version loki-logger-handler)" "$python" "$here/loki.py"
  done
  for way in elasticsearch-py elasticsearch-py-gzip; do
    send Python $way "$(version elasticsearch)" "$python" "$here/bulk.py"
  done
fi

if has npm javascript; then
  mkdir "$work/javascript"
  cp "$here/loki.mjs" "$here/bulk.mjs" "$work/javascript"
  (cd "$work/javascript" && npm install --silent --no-audit --no-fund \
    pino pino-loki winston winston-loki @elastic/elasticsearch >/dev/null)
  version() {
    sed -n 's/^  "version": "\([0-9.]*\)".*/\1/p' "$work/javascript/node_modules/$1/package.json"
  }
  send JavaScript pino-loki "$(version pino-loki)" node "$work/javascript/loki.mjs"
  for way in winston-loki-json winston-loki-protobuf; do
    send JavaScript $way "$(version winston-loki)" node "$work/javascript/loki.mjs"
  done
  for way in elasticsearch-js elasticsearch-js-gzip; do
    send JavaScript $way "$(version @elastic/elasticsearch)" node "$work/javascript/bulk.mjs"
  done
fi

if has mvn java; then
  mkdir "$work/java"
  cp "$here/clients.pom.xml" "$work/java/pom.xml"
  cp "$here/Send.java.txt" "$work/java/Send.java"
  (cd "$work/java" && mvn --quiet dependency:copy-dependencies -DoutputDirectory=lib)
  version() { find "$work/java/lib" -name "$1-[0-9]*" | sed 's/.*-\([0-9.]*\).jar/\1/'; }
  for way in loki4j-json loki4j-protobuf; do
    send Java $way "$(version loki-logback-appender)" \
      java -cp "$work/java/lib/*" "$work/java/Send.java"
  done
  send Java elasticsearch-java "$(version elasticsearch-java)" \
    java -cp "$work/java/lib/*" "$work/java/Send.java"
fi

if has go go; then
  mkdir "$work/go"
  cp "$here/bulk.go.txt" "$work/go/main.go"
  (cd "$work/go" && export GOFLAGS=-modcacherw GOPATH="$work/gopath" &&
    go mod init clients && go get github.com/grafana/loki-client-go/loki && go mod tidy &&
    go build -o send .) >"$work/go.log" 2>&1 || {
    cat "$work/go.log" >&2
    exit 1
  }
  version() { sed -n "s/.*$1 v\([^ ]*\).*/\1/p" "$work/go/go.mod"; }
  send Go loki-client-go "$(version loki-client-go | cut -c7-20)" "$work/go/send"
  send Go go-elasticsearch "$(version go-elasticsearch.v9)" "$work/go/send"
fi

if has rsyslogd rsyslog; then
  mkdir "$work/rsyslog"
  address=${WINNOW_URL#*://}
  service="rsyslog-omelasticsearch-$RUN"
  sed "s|WORK|$work/rsyslog|; s|HOST|${address%:*}|; s|PORT|${address##*:}|; s|SERVICE|$service|" \
    "$here/omelasticsearch.conf" >"$work/rsyslog/rsyslog.conf"
  seq -f 'order %g failed' "$RECORDS" >"$work/rsyslog/orders.log"
  rsyslogd -n -f "$work/rsyslog/rsyslog.conf" -i "$work/rsyslog/pid" 2>"$work/rsyslog/out" &
  rsyslogd=$!
  tries=60
  until curl -sS "$WINNOW_URL/api/logs?service=$service&count=true&limit=1" |
    grep -q "\"total\":$RECORDS,"; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] && kill -0 $rsyslogd && sleep 1 || break
  done
  kill $rsyslogd || cat "$work/rsyslog/out"
  version=$(rsyslogd -v | sed -n 's/^rsyslogd *\([0-9.]*\).*/\1/p')
  check "$service" "rsyslog $version" 'message contains "order" and exists order'
fi

balance=$(curl -sS "$WINNOW_URL/api/v1/ledger" |
  sed 's/{"received":\([0-9]*\),"accepted":\([0-9]*\),.*"refused":\([0-9]*\),"malformed":\([0-9]*\)}.*/\1 = \2 + \3 + \4/')
printf 'received = accepted + refused + malformed: %s\n' "$balance"
[ "$((${balance%% =*}))" = "$((${balance#*= }))" ] || failed=1
exit $failed
