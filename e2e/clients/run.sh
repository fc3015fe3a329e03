#!/bin/sh
# Sends records with the OpenTelemetry SDKs of Python, JavaScript and Go to a running server, asks for
# them, and prints for each way what was sent and what was found. Fails if they differ.
#
#   e2e/clients/run.sh
#
# WINNOW_URL        the API (http://127.0.0.1:8005)
# OTLP_HTTP_URL     the port of OTLP over HTTP (http://127.0.0.1:4318)
# OTLP_GRPC_TARGET  the port of OTLP over gRPC (127.0.0.1:4317)
#
# The SDKs are fetched from the registries of their languages into a temporary directory, in their
# newest versions. A language that is not installed is left out, which is said.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
. "$here/common.sh"
export OTLP_HTTP_URL="${OTLP_HTTP_URL:-http://127.0.0.1:4318}"
export OTLP_GRPC_TARGET="${OTLP_GRPC_TARGET:-127.0.0.1:4317}"
fields='attributes.empty = ""'

if has python3 python; then
  python3 -m venv "$work/python"
  "$work/python/bin/pip" install --quiet --disable-pip-version-check \
    opentelemetry-sdk opentelemetry-exporter-otlp
  version=$("$work/python/bin/pip" show opentelemetry-sdk 2>/dev/null | sed -n 's/^Version: //p')
  for way in grpc http grpc-gzip http-gzip; do
    "$work/python/bin/python" "$here/send.py" "$way" "python-$way-$RUN"
    check "python-$way-$RUN" "Python $version" "$fields"
  done
fi

if has npm javascript; then
  mkdir "$work/javascript"
  cp "$here/send.mjs" "$work/javascript"
  (cd "$work/javascript" && npm install --silent --no-audit --no-fund @opentelemetry/api-logs \
    @opentelemetry/resources @opentelemetry/sdk-logs @opentelemetry/exporter-logs-otlp-grpc \
    @opentelemetry/exporter-logs-otlp-http @opentelemetry/exporter-logs-otlp-proto >/dev/null)
  version=$(sed -n 's/^  "version": "\([0-9.]*\)".*/\1/p' \
    "$work/javascript/node_modules/@opentelemetry/sdk-logs/package.json")
  for way in grpc protobuf json grpc-gzip protobuf-gzip json-gzip; do
    node "$work/javascript/send.mjs" "$way" "javascript-$way-$RUN"
    check "javascript-$way-$RUN" "JavaScript $version" "$fields"
  done
fi

if has go go; then
  mkdir "$work/go"
  cp "$here/send.go.txt" "$work/go/main.go"
  (cd "$work/go" && export GOFLAGS=-modcacherw GOPATH="$work/gopath" &&
    go mod init clients && go mod tidy && go build -o send .) >"$work/go.log" 2>&1 || {
    cat "$work/go.log" >&2
    exit 1
  }
  version=$(sed -n 's/.*opentelemetry.io\/otel\/sdk\/log v\([0-9.]*\).*/\1/p' "$work/go/go.mod")
  for way in grpc http grpc-gzip http-gzip; do
    "$work/go/send" "$way" "go-$way-$RUN"
    check "go-$way-$RUN" "Go $version" "$fields"
  done
fi
exit $failed
