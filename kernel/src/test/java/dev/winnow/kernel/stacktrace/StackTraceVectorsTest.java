package dev.winnow.kernel.stacktrace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.kernel.Vectors;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StackTraceVectorsTest {
  private static final Vectors VECTORS = Vectors.of("stacktrace.json");

  @TestFactory
  Stream<DynamicTest> traces() {
    return VECTORS.tests("traces", "name", StackTraceVectorsTest::readsTrace);
  }

  private static void readsTrace(Attributes vector) {
    StackTrace trace = StackTrace.parse(vector.value("body").text()).orElseThrow();
    assertThat(trace.language().text()).isEqualTo(vector.value("language").text());
    assertThat(trace.begin()).isEqualTo((int) Vectors.number(vector.value("begin")));
    assertThat(trace.end()).isEqualTo((int) Vectors.number(vector.value("end")));
    assertThat(trace.thrownCount()).isEqualTo((int) Vectors.number(vector.value("exceptions")));
    assertThat(trace.chain())
        .extracting(Thrown::type, Thrown::message)
        .containsExactlyElementsOf(chain(vector));
    assertThat(trace.signature()).isEqualTo(vector.value("signature").text());
    assertThat(HexFormat.of().toHexDigits(trace.fingerprint()))
        .isEqualTo(vector.value("fingerprint").text());
  }

  private static List<Tuple> chain(Attributes vector) {
    return Vectors.elements(vector.value("chain")).stream()
        .map(Vectors::entries)
        .map(thrown -> tuple(thrown.value("type").text(), thrown.value("message").text()))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> noTraces() {
    return VECTORS.tests(
        "no_traces",
        "name",
        vector -> assertThat(StackTrace.parse(vector.value("body").text())).isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> lines() {
    return VECTORS.tests("lines", "name", StackTraceVectorsTest::joinsLines);
  }

  private static void joinsLines(Attributes vector) {
    StackTraceLines lines = new StackTraceLines();
    boolean begun = false;
    for (AnyValue element : Vectors.elements(vector.value("lines"))) {
      List<AnyValue> pair = Vectors.elements(element);
      String text = pair.get(1).text();
      byte[] line = text.getBytes(UTF_8);
      boolean continues = begun && lines.continues(line, 0, line.length);
      assertThat(continues).as(text).isEqualTo(((AnyValue.BoolValue) pair.get(0)).value());
      boolean indented = text.startsWith(" ") || text.startsWith("\t");
      if (!begun || !(continues || indented)) {
        lines.begin(line, 0, line.length);
        begun = true;
      }
    }
  }
}
