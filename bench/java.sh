#!/bin/sh
# Runs a program or the benchmarks of this module, and builds what is stale first.
#
#   bench/java.sh HostileLines [LINES] [CORPUS]    heap of 64 MB
#   bench/java.sh RecordLatency [CORPUS]
#   bench/java.sh Detection [SERIES]
#   bench/java.sh fuzz.Fuzz [INPUTS [SEED [THREADS [KEPT [SUBJECT]]]]]   heap of 512 MB
#   bench/java.sh MixedFile OUT MEGABYTES [FORMS] [CORPUS]
#   bench/java.sh traffic.Description [STEP_NANOS]
#   bench/java.sh load.Sender [NAME=VALUE...]      the class says which; likewise load.Questions, load.KillRounds, load.PackedSize
#   bench/java.sh load.DecodeRate [NAME=VALUE...]
#   bench/java.sh load.AppendRate [NAME=VALUE...]  likewise load.PackedSize
#   bench/java.sh load.Sink PORT
#   bench/java.sh jmh [JMH ARGUMENTS]              e.g. jmh TemplateMiner -t 2 -p corpus=DIR
#
# CORPUS is a list of directories separated by colons; without it, the corpora of this repository.
# JAVA_HOME  a JDK 25
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
[ $# -ge 1 ] || {
  sed -n '2,/^set -eu/s/^# \{0,1\}//p' "$0" >&2
  exit 64
}
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
lib=$root/bench/target/lib

stamp=$root/bench/target/built
if [ ! -e "$stamp" ] || [ -n "$(find "$root/pom.xml" "$root"/kernel/src/main "$root"/core/src/main \
  "$root"/formats/src/main "$root"/storage/api/src/main "$root"/storage/duckdb/src/main "$root"/pipeline/src/main \
  "$root"/bench/pom.xml "$root"/bench/src/main -newer "$stamp")" ]; then
  mkdir -p "$root/bench/target"
  touch "$stamp.started"
  (cd "$root" && ./mvnw -q -B -pl bench -am -Dmaven.test.skip=true package) >&2
  mv "$stamp.started" "$stamp"
fi

cd "$root"
program=$1
shift
memory=1g
compiler=
case $program in
  jmh)
    exec "$JAVA_HOME/bin/java" -cp "$lib/*" org.openjdk.jmh.Main \
      -prof gc -prof dev.winnow.bench.CpuProfiler "$@"
    ;;
  HostileLines) memory=64m ;;
  fuzz.Fuzz) memory=512m ;;
  # It shares the processors with the server that it measures, and is not worth compiling twice.
  load.Sender) compiler=-XX:TieredStopAtLevel=1 ;;
esac
# shellcheck disable=SC2086
exec "$JAVA_HOME/bin/java" "-Xmx$memory" $compiler -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
  --sun-misc-unsafe-memory-access=allow -cp "$lib/*" "dev.winnow.bench.$program" "$@"
