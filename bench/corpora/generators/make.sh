#!/bin/sh
# Writes every truth set anew into ../truth (or the directory given), then checks them.
# Needs a JDK (JAVA_HOME), Maven, Go, Node with npm, Python 3.11, nginx and haproxy.
set -eu
cd "$(dirname "$0")"
truth=${1:-../truth}
mkdir -p "$truth"
truth=$(cd "$truth" && pwd)
: "${JAVA_HOME:?set JAVA_HOME to the JDK to run with}"

python3 python-logging/generate.py "$truth/python-logging.truth.csv"
python3 python-tracebacks/generate.py "$truth/stacktrace-python.truth.csv"
python3 scripts/generate.py "$truth/scripts.truth.csv"

(cd java-slf4j && mvn -q package dependency:copy-dependencies -DoutputDirectory=target/lib)
java="$JAVA_HOME/bin/java -cp java-slf4j/target/classes:java-slf4j/target/lib/*"
$java shop.Services vocabulary.txt "$truth/java-slf4j.truth.csv"
$java shop.StackTraces vocabulary.txt "$truth/stacktrace-java.truth.csv"

(cd go && go run . ../vocabulary.txt "$truth")

(cd pino && npm ci --silent && node generate.js "$truth/json-pino.truth.csv")

python3 access-logs/generate.py "$truth/access-nginx.truth.csv" "$truth/access-haproxy.truth.csv"
spring-boot/run.sh "$truth/spring-boot.truth.csv"

python3 ../check.py "$truth"/*.truth.csv
