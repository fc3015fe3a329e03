package dev.winnow.kernel.stacktrace;

import java.util.Arrays;
import java.util.StringTokenizer;

/**
 * What tells frames of runtimes and libraries from those of the application: the beginnings of
 * names, or parts of paths.
 *
 * <p>Short on purpose. A library that is missing here costs nothing but a fingerprint that names
 * it.
 */
final class Libraries {
  static final Libraries JAVA =
      of(
          """
          java. javax. jakarta. jdk. sun. com.sun. kotlin. kotlinx. scala. groovy. clojure.
          android. androidx. dalvik. _COROUTINE.
          org.springframework. org.apache. org.codehaus. org.eclipse. org.hibernate. org.jboss.
          org.glassfish. org.wildfly. io.quarkus. io.smallrye. io.micronaut. io.vertx. io.netty.
          io.undertow. io.grpc. akka. play. reactor. rx. io.reactivex.
          com.fasterxml. com.google.common. com.google.inject. com.zaxxer. com.mysql. com.mongodb.
          org.postgresql. oracle. redis.clients. io.lettuce. okhttp3. retrofit2. feign.
          software.amazon. com.amazonaws. io.opentelemetry. io.micrometer. ch.qos.logback.
          org.slf4j. net.bytebuddy. org.mockito. org.junit. junit. org.gradle.
          """);

  static final Libraries DOTNET =
      of(
          """
          System. Microsoft. Mono. Npgsql. Newtonsoft. Serilog. Grpc. MediatR. Polly. Dapper.
          StackExchange. Azure. Castle. Xunit. NUnit.
          """);

  static final Libraries PYTHON = of("/site-packages/ /dist-packages/ /lib/python \\Lib\\ <frozen");

  static final Libraries JAVASCRIPT = of("node_modules/ node_modules\\");

  static final Libraries RUBY = of("/gems/ /lib/ruby/ /rubygems/ /vendor/bundle/ <internal:");

  static final Libraries PHP = of("/vendor/ \\vendor\\ phar://");

  static final Libraries GO = of("/pkg/mod/ /vendor/ /usr/local/go/src/ /usr/lib/go /go/sdk/");

  /** The first elements of the import paths of Go's standard library. */
  static final Libraries GO_STANDARD =
      of(
          """
          archive bufio bytes cmp compress container context crypto database debug embed encoding
          errors expvar flag fmt go hash html image index internal io iter log maps math mime net
          os path plugin reflect regexp runtime slices sort strconv strings structs sync syscall
          testing text time unicode unique unsafe vendor weak
          """);

  private static final int ASCII = 128;

  private final String[] marks;

  /** The marks by their first byte. */
  private final String[][] byFirst = new String[ASCII][];

  private Libraries(String[] marks) {
    this.marks = marks;
    for (int first = 0; first < ASCII; first++) {
      int b = first;
      byFirst[first] =
          Arrays.stream(marks).filter(mark -> mark.charAt(0) == b).toArray(String[]::new);
    }
  }

  private static Libraries of(String words) {
    StringTokenizer tokens = new StringTokenizer(words);
    String[] marks = new String[tokens.countTokens()];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = tokens.nextToken();
    }
    return new Libraries(marks);
  }

  /** Whether the name begins with one of these. */
  boolean begins(byte[] in, int from, int to) {
    if (from == to || in[from] < 0) {
      return false;
    }
    for (String mark : byFirst[in[from]]) {
      if (Line.has(in, mark, from, to)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the name is one of these. */
  boolean holds(byte[] in, int from, int to) {
    if (from == to || in[from] < 0) {
      return false;
    }
    for (String mark : byFirst[in[from]]) {
      if (to - from == mark.length() && Line.has(in, mark, from, to)) {
        return true;
      }
    }
    return false;
  }

  /** Where in a path the last of these ends, or -1 if none is in it. */
  int endIn(byte[] in, int from, int to) {
    int end = -1;
    for (String mark : marks) {
      int at = Line.findLast(in, mark, from, to);
      end = Math.max(end, at < 0 ? -1 : at + mark.length());
    }
    return end;
  }
}
