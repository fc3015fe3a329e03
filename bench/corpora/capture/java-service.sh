#!/bin/sh
# The calls of ../generators/java-slf4j through a console layout, stack traces included. Run
# ../generators/make.sh first: it builds. usage: java-service.sh OUTPUT.log
set -eu
out=$(realpath "$1")
cd "$(dirname "$0")/../generators/java-slf4j"
"$JAVA_HOME/bin/java" -cp 'target/classes:target/lib/*' shop.Service ../vocabulary.txt 320 > "$out"
