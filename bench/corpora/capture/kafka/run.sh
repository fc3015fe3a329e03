#!/bin/sh
# A Kafka broker (KRaft) that runs twice; usage: run.sh OUTPUT.log
set -eu
out=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
(cd "$here" && mvn -q compile dependency:copy-dependencies -DoutputDirectory=target/lib)
rm -rf /srv/kafka && mkdir -p /srv/kafka && cp -r "$here/target/classes" "$here/target/lib" "$here/server.properties" /srv/kafka
cd /srv/kafka
"$JAVA_HOME/bin/java" -Xmx512m -cp 'classes:lib/*' broker.Broker
# What names the machine: the client environment that a component prints, the kernel.
sed "s/$(uname -r)/6.1.0-28-amd64/; s/\b$(hostname)\b/kafka-1/" server.log > "$out"
cd / && rm -rf /srv/kafka
