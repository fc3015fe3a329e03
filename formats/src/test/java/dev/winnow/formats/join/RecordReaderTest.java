package dev.winnow.formats.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.formats.input.InMemoryInput;
import dev.winnow.formats.input.LineReader;
import dev.winnow.formats.layout.Field;
import dev.winnow.formats.layout.Span;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.kernel.severity.Severity.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class RecordReaderTest {
  @Test
  void joinsAStackTraceToTheRecordAboveIt() throws IOException {
    RecordReader records =
        reader(
            """
            2026-11-21 10:00:00,123 ERROR [main] shop.Orders - failed
            java.lang.IllegalStateException: closed
            \tat shop.Orders.place(Orders.java:7)
            Caused by: java.io.IOException: gone
            \t... 1 more
            2026-11-21 10:00:01,123 INFO [main] shop.Orders - next
            """);

    assertThat(records.next()).isTrue();
    assertThat(body(records))
        .isEqualTo(
            """
            failed
            java.lang.IllegalStateException: closed
            \tat shop.Orders.place(Orders.java:7)
            Caused by: java.io.IOException: gone
            \t... 1 more\
            """);
    assertThat(records.recordLines()).isEqualTo(5);
    assertThat(records.next()).isTrue();
    assertThat(body(records)).isEqualTo("next");
    assertThat(records.line()).isEqualTo(6);
    assertThat(records.next()).isFalse();
    assertThat(records.ledger()).isEqualTo(new LineLedger(6, 2, 4, 0, 0));
  }

  @Test
  void joinsLinesThatTheirLayoutCountsToTheRecordBefore() throws IOException {
    assertThat(
            bodies(
                """
                2026-11-21 10:00:00.123 UTC [7] bob@shop ERROR:  division by zero
                2026-11-21 10:00:00.123 UTC [7] bob@shop STATEMENT:  select 1/0
                2026-11-21 10:00:01.123 UTC [7] bob@shop LOG:  ready
                """))
        .containsExactly("division by zero\nSTATEMENT:  select 1/0", "ready");
  }

  @Test
  void doesSoBehindTheNameOfAContainer() throws IOException {
    assertThat(
            bodies(
                """
                db-1  | 2026-11-21 10:00:00.123 UTC [7] ERROR:  division by zero
                db-1  | 2026-11-21 10:00:00.123 UTC [7] STATEMENT:  select 1/0
                """))
        .containsExactly("division by zero\nSTATEMENT:  select 1/0");
  }

  @Test
  void readsFieldsInLinesThatItJoins() throws IOException {
    RecordReader records =
        reader(
            """
            # Time: 2026-11-21T10:00:00.123456Z
            # User@Host: web[web] @ app-1 [10.0.0.1]  Id:     8
            # Query_time: 2.5  Lock_time: 0.000002 Rows_sent: 1  Rows_examined: 7
            SET timestamp=1795255197;
            SELECT 1
            FROM orders;
            # User@Host: ada[ada] @ app-1 [10.0.0.1]  Id:     9
            """);

    assertThat(records.next()).isTrue();
    Span duration = records.reading().span(Field.DURATION);
    assertThat(text(records, duration)).isEqualTo("2.5");
    assertThat(text(records, records.reading().span(Field.USER))).isEqualTo("web");
    assertThat(body(records)).isEqualTo("SELECT 1\nFROM orders;");
    assertThat(records.recordLines()).isEqualTo(6);
    assertThat(records.next()).isTrue();
    assertThat(text(records, records.reading().span(Field.USER))).isEqualTo("ada");
  }

  @Test
  void takesSeverityAndMessageFromTheSecondLineIfTheFirstHasNone() throws IOException {
    RecordReader records =
        reader(
            """
            Nov 21, 2026 2:35:05 PM shop.Orders pay
            SEVERE: payment failed
            java.lang.IllegalStateException: card declined
            \tat shop.Orders.pay(Orders.java:7)
            """);

    assertThat(records.next()).isTrue();
    assertThat(records.severity().number()).isEqualTo(SeverityNumber.ERROR);
    assertThat(body(records)).startsWith("payment failed\njava.lang");
    assertThat(records.recordLines()).isEqualTo(4);
  }

  @Test
  void joinsAStackTraceAmongPlainLines() throws IOException {
    assertThat(
            bodies(
                """
                ready
                Exception in thread "main" java.lang.Error: bad
                \tat shop.Shop.main(Shop.java:3)
                restarting
                Traceback (most recent call last):
                  File "a.py", line 1, in <module>
                    f()
                ValueError: bad
                done
                """))
        .containsExactly(
            "ready",
            "Exception in thread \"main\" java.lang.Error: bad\n\tat shop.Shop.main(Shop.java:3)",
            """
            restarting
            Traceback (most recent call last):
              File "a.py", line 1, in <module>
                f()
            ValueError: bad\
            """,
            "done");
  }

  @Test
  void joinsLinesWithoutATimestampOnlyWhereRecordsHaveOne() throws IOException {
    assertThat(bodies("2026-11-21 10:00:00 select\nfrom a\n\nwhere b\n2026-11-21 10:00:01 x\n"))
        .containsExactly("select\nfrom a\n\nwhere b", "x");
    assertThat(bodies("select\nfrom a\n")).containsExactly("select", "from a");
    assertThat(bodies("[INFO] one\ntwo\n{\"a\":1}\nthree\n"))
        .containsExactly("one", "two", "{\"a\":1}", "three");
  }

  @Test
  void joinsLinesThatAreIndentedDeeper() throws IOException {
    assertThat(bodies("one\n  two\n\tthree\n  \n  four\n"))
        .containsExactly("one\n  two\n\tthree", "  four");
    assertThat(bodies("  1 first\n  2 second\n")).containsExactly("  1 first", "  2 second");
    assertThat(bodies("config {\n  a: 1\n}\n}\nend\n"))
        .containsExactly("config {\n  a: 1\n}\n}", "end");
  }

  @Test
  void countsLinesThatSayNothing() throws IOException {
    RecordReader records =
        reader("\n-- Boot 0123 --\n\none\n  \n\t\ntwo\n-- Journal begins at Sat 2026 --\n\n");
    assertThat(bodies(records)).containsExactly("one", "two");

    assertThat(records.ledger()).isEqualTo(new LineLedger(9, 2, 0, 0, 7));
  }

  @Test
  void countsBrokenJsonAmongJsonAsMalformed() throws IOException {
    RecordReader records =
        reader("{\"a\":1}\n{\"a\":2,\"b\n{\"a\":3}\n{not json}\nand text\n{\"a\":4}\n");
    assertThat(bodies(records)).containsExactly("{\"a\":1}", "{\"a\":3}", "and text", "{\"a\":4}");

    assertThat(records.ledger()).isEqualTo(new LineLedger(6, 4, 0, 2, 0));
    assertThat(records.notes().firstMalformedLine()).isEqualTo(2);
  }

  @Test
  void takesBracesInTextForText() throws IOException {
    assertThat(bodies("one\n{two\n")).containsExactly("one", "{two");
  }

  @Test
  void countsALineOfControlCharactersAsMalformed() throws IOException {
    RecordReader records = reader("one\n\0\0\0\0\n\0two\n");
    assertThat(bodies(records)).containsExactly("one", "\0two");

    assertThat(records.ledger()).isEqualTo(new LineLedger(3, 2, 0, 1, 0));
  }

  @Test
  void takesColoursAway() throws IOException {
    RecordReader records = reader("\u001b[0m[\u001b[1;33mWARN\u001b[m] slow\n\u001b[0m\nnext\n");

    assertThat(records.next()).isTrue();
    assertThat(body(records)).isEqualTo("slow");
    assertThat(records.severity().number()).isEqualTo(SeverityNumber.WARN);
    assertThat(records.next()).isTrue();
    assertThat(body(records)).isEqualTo("next");
    assertThat(records.ledger()).isEqualTo(new LineLedger(3, 2, 0, 0, 1));
  }

  @Test
  void readsASeverityOutOfTheWholeBodyWhereNoneIsStated() throws IOException {
    RecordReader records =
        reader(
            """
            2026-11-21 10:00:00 request done
            2026-11-21 10:00:01 request done
            java.lang.IllegalStateException: closed
            \tat shop.Orders.place(Orders.java:7)
            """);

    assertThat(records.next()).isTrue();
    assertThat(records.severity().number()).isEqualTo(SeverityNumber.INFO);
    assertThat(records.severity().source()).isEqualTo(Source.ASSUMED);
    assertThat(records.next()).isTrue();
    assertThat(records.severity().number()).isEqualTo(SeverityNumber.ERROR);
    assertThat(records.severity().source()).isEqualTo(Source.INFERRED);
  }

  @Test
  void cutsARecordOfTooManyLinesAndCountsThemAll() throws IOException {
    RecordReader records =
        reader(
            "2026-11-21 10:00:00 x\n"
                + "\tat a.b(C.java:1)\n".repeat(2000)
                + "2026-11-21 10:00:01 y\n");

    assertThat(records.next()).isTrue();
    assertThat(records.isCut()).isTrue();
    assertThat(records.recordLines()).isEqualTo(2001);
    assertThat(body(records).lines()).hasSize(LineReader.MAX_HELD_LINES);
    assertThat(records.next()).isTrue();
    assertThat(body(records)).isEqualTo("y");
    assertThat(records.isCut()).isFalse();
    assertThat(records.next()).isFalse();
    assertThat(records.ledger()).isEqualTo(new LineLedger(2002, 2, 2000, 0, 0));
    assertThat(records.notes().cutRecords()).isEqualTo(1);
  }

  @Test
  void cutsARecordOfTooManyBytes() throws IOException {
    RecordReader records =
        reader("2026-11-21 10:00:00 x\n" + ("\t" + "y".repeat(99_999) + "\n").repeat(100));

    assertThat(records.next()).isTrue();
    assertThat(records.to() - records.from()).isEqualTo(21 + 2 * 100_001);
    assertThat(records.next()).isFalse();
    assertThat(records.ledger()).isEqualTo(new LineLedger(101, 1, 100, 0, 0));
  }

  @Test
  void givesWhatWasReadBeforeAFailure() throws IOException {
    byte[] log = "one\ntwo\n  more\n\n".getBytes(StandardCharsets.UTF_8);
    RecordReader records = new RecordReader(InMemoryInput.failingAfter(log));

    assertThat(records.next()).isTrue();
    assertThat(records.next()).isTrue();
    assertThat(body(records)).isEqualTo("two\n  more");
    assertThatThrownBy(records::next).isInstanceOf(IOException.class).hasMessage("Stream closed");
    assertThat(records.ledger()).isEqualTo(new LineLedger(4, 2, 1, 0, 1));
  }

  @Test
  void saysWhatTimestampsLeaveOut() throws IOException {
    RecordReader records =
        reader("Nov 21 10:00:00 web a: x\n10:00:00 [main] INFO a - x\n2026-11-21 10:00:00 x\n");
    assertThat(bodies(records)).hasSize(3);

    assertThat(records.notes()).isEqualTo(new ReadingNotes(0, 0, 3, 1, 1, 0));
  }

  @Property
  void accountsForEveryLineOfAnyText(@ForAll @From("logs") String log) throws IOException {
    RecordReader records = reader(log);
    long recordLines = 0;
    long count = 0;
    while (records.next()) {
      count++;
      recordLines += records.recordLines();
      assertThat(records.ledger().records()).isEqualTo(count);
    }

    LineLedger ledger = records.ledger();
    assertThat(ledger.linesRead()).isEqualTo(log.lines().count());
    assertThat(ledger.records()).isEqualTo(count);
    assertThat(ledger.records() + ledger.joinedLines()).isEqualTo(recordLines);
  }

  @Property
  void accountsForEveryLineOfAnyBytes(@ForAll byte[] any) throws IOException {
    byte[] text = "begins as text\n".repeat(1000).getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = Arrays.copyOf(text, text.length + any.length + 1);
    System.arraycopy(any, 0, bytes, text.length, any.length);
    bytes[bytes.length - 1] = '\n';
    RecordReader records = new RecordReader(InMemoryInput.of(bytes));
    long lines = 0;
    for (byte b : bytes) {
      lines += b == '\n' ? 1 : 0;
    }
    long recordLines = 0;
    while (records.next()) {
      recordLines += records.recordLines();
    }

    assertThat(records.ledger().linesRead()).isEqualTo(lines);
    assertThat(records.ledger().records() + records.ledger().joinedLines()).isEqualTo(recordLines);
  }

  @Provide
  Arbitrary<String> logs() {
    return Arbitraries.of(
            "2026-11-21 10:00:00 INFO started",
            "[WARN] slow",
            "java.lang.IllegalStateException: closed",
            "\tat shop.Orders.place(Orders.java:7)",
            "Traceback (most recent call last):",
            "  File \"a.py\", line 1, in f",
            "{\"a\":1}",
            "{\"a\":",
            "level=info msg=up a=1",
            "plain",
            "  indented",
            "",
            "   ",
            "}",
            "-- Boot 1 --",
            "\0\0",
            "\u001b[0m")
        .list()
        .ofMaxSize(30)
        .map(lines -> String.join("\n", lines) + "\n");
  }

  private static RecordReader reader(String log) {
    return new RecordReader(InMemoryInput.of(log));
  }

  private static List<String> bodies(String log) throws IOException {
    return bodies(reader(log));
  }

  private static List<String> bodies(RecordReader records) throws IOException {
    List<String> bodies = new ArrayList<>();
    while (records.next()) {
      bodies.add(body(records));
    }
    return bodies;
  }

  private static String text(RecordReader records, Span span) {
    int from = records.from() + span.start();
    return new String(records.bytes(), from, span.length(), StandardCharsets.UTF_8);
  }

  private static String body(RecordReader records) {
    int from = records.bodyFrom();
    return new String(records.bytes(), from, records.to() - from, StandardCharsets.UTF_8);
  }
}
