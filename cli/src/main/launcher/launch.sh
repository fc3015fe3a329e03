# How a built program is started. Sourced by the launcher of a checkout and by that of a release.
#
# program   the directory with the jars and AOT caches of the command line in `cli`, of the server in `server`
# jdk       the Java to start
# launcher  the script that was started, as units of services name it

# Records live in a fixed heap, so a small one is enough, and the collector that needs least beside it.
# Compiling costs a run of seconds more than calls do, so only small methods are inlined.
# The virtual machine must not write to stdout, which is the program's, and a missing AOT cache is no news.
# What decompresses zstd is native code, which the virtual machine would otherwise warn of.
java_options='-Xmx384m --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:FreqInlineSize=60 -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr -Xlog:aot*=off:stderr'

# A server whose memory is used up must not go on half alive: what it has acknowledged is on the disk.
server_options='-Xmx512m -XX:MaxDirectMemorySize=192m -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow --add-opens=java.base/java.lang=ALL-UNNAMED -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr -Xlog:aot*=off:stderr -Djava.util.logging.manager=org.jboss.logmanager.LogManager'

# Sets `class_path` to all jars of the program $1.
set_class_path() {
  class_path=
  for jar in "$program/$1"/*.jar; do
    class_path=$class_path${class_path:+:}$jar
  done
}

# True if the arguments $@ name a few small files: such a run is over before the optimising compiler has
# earned what it costs, which is half of the processor time over a megabyte and nothing over a gigabyte.
is_short() {
  case ${1:-} in
    analyze | mine | diff) ;;
    *) return 1 ;;
  esac
  files=0
  for argument; do
    case $argument in
      - | --follow | -[!-]*f* | -f) return 1 ;;
      -*) ;;
      *)
        if [ -f "$argument" ]; then
          files=$((files + 1))
          [ $files -le 8 ] && [ -z "$(find -L "$argument" -prune -size +32768 2>/dev/null)" ] || return 1
        fi
        ;;
    esac
  done
  [ $files -gt 0 ]
}

# Becomes the program with the arguments $@.
launch() {
  # In ASCII, the character set of the C locale and of one that is not installed, Java can neither name
  # nor open a file whose name is not ASCII.
  case $(locale charmap 2>/dev/null) in
    ANSI_X3.4-1968 | US-ASCII)
      LC_ALL=C.UTF-8
      export LC_ALL
      ;;
  esac
  # Java would open a file of its own in the place of a standard input that is closed, and read that.
  { true 3<&0; } 2>/dev/null || exec </dev/null
  case ${1:-} in
    serve | demo | config | service | token | backup | restore)
      set_class_path server
      # shellcheck disable=SC2086
      exec "$jdk/bin/java" $server_options -XX:AOTCache="$program/server/winnow.aot" \
        -Djava.library.path="$program/server" -Dwinnow.launcher="$launcher" ${WINNOW_JAVA_OPTS:-} \
        -cp "$class_path" dev.winnow.server.WinnowServer "$@"
      ;;
  esac
  set_class_path cli
  is_short "$@" && java_options="$java_options -XX:TieredStopAtLevel=1"
  # shellcheck disable=SC2086
  exec "$jdk/bin/java" $java_options -XX:AOTCache="$program/cli/winnow.aot" ${WINNOW_JAVA_OPTS:-} \
    -cp "$class_path" dev.winnow.cli.Winnow "$@"
}
