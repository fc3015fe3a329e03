package dev.winnow.kernel.stacktrace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StackTracePropertiesTest {
  private static final List<CapturedTrace> CAPTURED = CapturedTrace.all();

  /** What the dialects look for, to be put where it does not belong. */
  private static final List<String> FRAGMENTS =
      List.of(
          "\n",
          "\r\n",
          "\t",
          " ",
          "at ",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          " {",
          "'",
          "\"",
          "`",
          "<",
          ">",
          "Caused by: ",
          "Wrapped by: ",
          "Suppressed: ",
          "... 3 more",
          "[cause]: ",
          "[errors]: [",
          "  File \"x\", line 3, in f",
          "\", line ",
          "Traceback (most recent call last):",
          "goroutine 1 [running]:",
          "panic: ",
          "runtime stack:",
          "#0 a(1): f()",
          "{main}",
          "{closure",
          "---> ",
          "<---",
          "(Inner Exception #1) ",
          "--- End of inner exception stack trace ---",
          ":1:2",
          ":line 3",
          "@",
          ":in `x'",
          "from ",
          "1: from ",
          "`1[",
          "::",
          "\\",
          "$",
          "/",
          ".",
          " +0x1",
          ".go:1",
          "AError",
          "b.CException",
          ": ",
          "Node.js v1",
          "^",
          "  | ",
          "  + ",
          "+-+---- 1 ----",
          "\\n",
          "\\t",
          "#012",
          "#011",
          "0",
          "-",
          "é",
          "\0",
          "\ud83d\ude00");

  private final StackTraceScanner scanner = new StackTraceScanner();
  private final StackTraceLines lines = new StackTraceLines();

  /** Captured traces, cut, spliced and spoilt. */
  @Provide
  Arbitrary<byte[]> spoiltTraces() {
    Arbitrary<String> whole = Arbitraries.of(CAPTURED).map(CapturedTrace::text);
    Arbitrary<String> spliced =
        Combinators.combine(whole, whole, Arbitraries.doubles().between(0, 1))
            .as((a, b, share) -> head(a, share) + b.substring(head(b, share).length()));
    Arbitrary<List<Edit>> edits =
        Combinators.combine(
                Arbitraries.doubles().between(0, 1),
                Arbitraries.of(FRAGMENTS),
                Arbitraries.integers().between(0, 12),
                Arbitraries.integers().between(-1, 255))
            .as(Edit::new)
            .list()
            .ofMaxSize(12);
    return Combinators.combine(Arbitraries.oneOf(whole, spliced), edits)
        .as(StackTracePropertiesTest::edit);
  }

  /** Text of nothing but fragments. */
  @Provide
  Arbitrary<byte[]> fragments() {
    return Arbitraries.of(FRAGMENTS)
        .list()
        .ofMaxSize(60)
        .map(all -> String.join("", all).getBytes(UTF_8));
  }

  private record Edit(double place, String insert, int delete, int flip) {}

  private static String head(String text, double share) {
    return text.substring(0, (int) (share * text.length()));
  }

  private static byte[] edit(String text, List<Edit> edits) {
    byte[] bytes = text.getBytes(UTF_8);
    for (Edit edit : edits) {
      int at = (int) (edit.place * bytes.length);
      int rest = Math.min(bytes.length, at + edit.delete);
      byte[] insert = edit.insert.getBytes(UTF_8);
      byte[] edited = Arrays.copyOf(bytes, at + insert.length + bytes.length - rest);
      System.arraycopy(insert, 0, edited, at, insert.length);
      System.arraycopy(bytes, rest, edited, at + insert.length, bytes.length - rest);
      if (edit.flip >= 0 && edited.length > 0) {
        edited[Math.min(at, edited.length - 1)] = (byte) edit.flip;
      }
      bytes = edited;
    }
    return bytes;
  }

  @Property(tries = 4000)
  void readsSpoiltTracesWithinTheirBounds(@ForAll("spoiltTraces") byte[] body) {
    staysWithin(body);
  }

  @Property(tries = 4000)
  void readsFragmentsWithinTheirBounds(@ForAll("fragments") byte[] body) {
    staysWithin(body);
  }

  @Property
  void readsAnyBytesWithinTheirBounds(@ForAll byte[] body) {
    staysWithin(body);
  }

  private void staysWithin(byte[] body) {
    if (!scanner.scan(body, 0, body.length)) {
      return;
    }
    assertThat(scanner.begin()).isBetween(0, scanner.end());
    assertThat(scanner.end()).isBetween(scanner.begin(), body.length);
    assertThat(scanner.chainLength()).isBetween(1, 32);
    for (int i = 0; i < scanner.chainLength(); i++) {
      assertThat(scanner.typeFrom(i)).isBetween(0, scanner.typeTo(i));
      assertThat(scanner.typeTo(i)).isBetween(0, body.length);
      assertThat(scanner.messageFrom(i)).isBetween(0, scanner.messageTo(i));
      assertThat(scanner.messageTo(i)).isBetween(0, body.length);
    }
    StackTrace trace = scanner.toStackTrace();
    assertThat(trace.chain()).hasSize(scanner.chainLength());
    assertThat(trace.fingerprint()).isEqualTo(scanner.fingerprint());
  }

  @Property(tries = 2000)
  void readsTheSameWhereverTheBodyLies(
      @ForAll("spoiltTraces") byte[] body, @ForAll byte[] before, @ForAll byte[] after) {
    byte[] larger = Arrays.copyOf(before, before.length + body.length + after.length);
    System.arraycopy(body, 0, larger, before.length, body.length);
    System.arraycopy(after, 0, larger, before.length + body.length, after.length);
    boolean found = scanner.scan(body, 0, body.length);
    StackTraceScanner other = new StackTraceScanner();
    assertThat(other.scan(larger, before.length, before.length + body.length)).isEqualTo(found);
    if (found) {
      assertThat(other.begin() - before.length).isEqualTo(scanner.begin());
      assertThat(other.end() - before.length).isEqualTo(scanner.end());
      assertThat(other.toStackTrace().chain()).isEqualTo(scanner.toStackTrace().chain());
      assertThat(other.fingerprint()).isEqualTo(scanner.fingerprint());
    }
  }

  /** The first and the last byte may only rule out what would be refused anyway. */
  @Property(tries = 4000)
  void asksEveryDialectThatCouldAnswer(@ForAll("spoiltTraces") byte[] body) {
    Line line = new Line();
    Line following = new Line();
    Reading reading = new Reading();
    for (int from = 0; from < body.length; from = lineEnd(body, from) + 1) {
      line.set(body, from, lineEnd(body, from));
      int next = Math.min(lineEnd(body, from) + 1, body.length);
      following.set(body, next, lineEnd(body, next));
      for (Language language : Language.ALL) {
        if (!line.isEmpty() && !language.isAmong(Language.candidates(line))) {
          assertThat(mayBegin(language.dialect(), line, following, reading))
              .as("%s: %s", language, new String(body, from, lineEnd(body, from) - from, UTF_8))
              .isFalse();
        }
      }
    }
  }

  private static boolean mayBegin(Dialect dialect, Line line, Line following, Reading reading) {
    return dialect.proves(line, following)
        || dialect.next(Dialect.START, line, reading) != Dialect.FOREIGN
        || (!ExceptionNames.isLikelyAt(line, line.from)
            && dialect.open(line, HeaderSearch.STARTS, reading) != Dialect.FOREIGN);
  }

  private static int lineEnd(byte[] body, int from) {
    int end = from;
    while (end < body.length && body[end] != '\n') {
      end++;
    }
    return end;
  }

  @Property(tries = 2000)
  void joinsAnyLinesWithoutLosingCount(@ForAll("spoiltTraces") byte[] body) {
    int records = 0;
    int joined = 0;
    for (int from = 0; from < body.length; from = lineEnd(body, from) + 1) {
      if (records > 0 && lines.continues(body, from, lineEnd(body, from))) {
        joined++;
      } else {
        lines.begin(body, from, lineEnd(body, from));
        records++;
      }
    }
    long feeds = new String(body, ISO_8859_1).chars().filter(b -> b == '\n').count();
    boolean ended = body.length == 0 || body[body.length - 1] == '\n';
    assertThat(records + joined).isEqualTo((int) feeds + (ended ? 0 : 1));
  }
}
