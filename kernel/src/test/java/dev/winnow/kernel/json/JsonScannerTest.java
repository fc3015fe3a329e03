package dev.winnow.kernel.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.Vectors;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class JsonScannerTest {
  private static final Vectors VECTORS = Vectors.of("json.json");

  private final JsonScanner scanner = new JsonScanner();

  @TestFactory
  Stream<DynamicTest> acceptsEveryJsonOfTheVectors() {
    return VECTORS.tests("accept", "name", this::accepts);
  }

  @TestFactory
  Stream<DynamicTest> rejectsEveryFaultOfTheVectors() {
    return VECTORS.tests("reject", "name", this::rejects);
  }

  private void accepts(Attributes vector) {
    List<String> expected =
        Vectors.elements(vector.value("events")).stream().map(AnyValue::text).toList();
    assertThat(events(scanner.reset(vector.value("json").text()))).isEqualTo(expected);
    assertThat(scanner.fault()).isNull();
  }

  private void rejects(Attributes vector) {
    byte[] json = bytes(vector);
    scanner.reset(json, 0, json.length);
    exhaust(scanner);
    JsonFault fault = JsonFault.valueOf(vector.value("fault").text().toUpperCase(Locale.ROOT));
    assertThat(scanner.fault()).isEqualTo(fault);
    assertThat(scanner.faultOffset()).isEqualTo((int) Vectors.number(vector.value("offset")));
    assertThat(scanner.next()).as("stays invalid").isEqualTo(JsonEvent.INVALID);
  }

  private static byte[] bytes(Attributes vector) {
    if (!vector.value("hex").text().isEmpty()) {
      return HexFormat.ofDelimiter(" ").parseHex(vector.value("hex").text());
    }
    if (!vector.value("repeat").text().isEmpty()) {
      int times = (int) Vectors.number(vector.value("times"));
      return vector.value("repeat").text().repeat(times).getBytes(UTF_8);
    }
    return vector.value("json").text().getBytes(UTF_8);
  }

  @Test
  void readsWithinItsBoundsOnly() {
    byte[] text = "x=[1,2]]]".getBytes(UTF_8);
    assertThat(events(scanner.reset(text, 2, 7))).containsExactly("[", "number 1", "number 2", "]");
  }

  @Test
  void tellsWhereValuesAre() {
    scanner.reset(" {\"key\" : -1.5}");
    assertThat(scanner.next()).isEqualTo(JsonEvent.OBJECT_START);
    assertThat(span()).containsExactly(1, 2);
    assertThat(scanner.next()).isEqualTo(JsonEvent.KEY);
    assertThat(span()).containsExactly(3, 6);
    assertThat(scanner.position()).as("after the colon").isEqualTo(9);
    assertThat(scanner.next()).isEqualTo(JsonEvent.NUMBER);
    assertThat(span()).containsExactly(10, 14);
    assertThat(scanner.depth()).isEqualTo(1);
  }

  @Test
  void standsBehindAValueThatIsFollowedByText() {
    scanner.reset("{\"a\":[]} took 3 ms");
    scanner.next();
    scanner.skipContainer();
    assertThat(scanner.depth()).isZero();
    assertThat(scanner.position()).isEqualTo(8);
    assertThat(scanner.next()).isEqualTo(JsonEvent.INVALID);
    assertThat(scanner.fault()).isEqualTo(JsonFault.TRAILING_CONTENT);
  }

  @Test
  void skipsContainersButNotScalars() {
    scanner.reset("[[1,[2]],3]");
    scanner.next();
    scanner.next();
    scanner.skipContainer();
    assertThat(scanner.next()).isEqualTo(JsonEvent.NUMBER);
    scanner.skipContainer();
    assertThat(scanner.text()).isEqualTo("3");
    assertThat(scanner.next()).isEqualTo(JsonEvent.ARRAY_END);
  }

  @Test
  void skippingStopsAtAFault() {
    scanner.reset("[[1,}]");
    scanner.next();
    scanner.skipContainer();
    assertThat(scanner.fault()).isEqualTo(JsonFault.UNEXPECTED_BYTE);
    assertThat(scanner.faultOffset()).isEqualTo(4);
  }

  @Test
  void knowsIntegersThatFit64Bits() {
    assertThat(longValue("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    assertThat(longValue("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    assertThat(longValue("-0")).isZero();
    assertThat(isLong("9223372036854775808")).isFalse();
    assertThat(isLong("-9223372036854775809")).isFalse();
    assertThat(isLong("92233720368547758070")).isFalse();
    assertThat(isLong("1.0")).isFalse();
    assertThat(isLong("1e3")).isFalse();
  }

  @Test
  void readsTheNearestDouble() {
    assertThat(doubleValue("0.1")).isEqualTo(0.1);
    assertThat(doubleValue("1e999")).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(doubleValue("9007199254740993")).isEqualTo(9007199254740992.0);
  }

  @Property
  void neverFailsNorRunsOnForAnyBytes(@ForAll byte[] bytes) {
    scanner.reset(bytes, 0, bytes.length);
    assertThat(exhaust(scanner)).isLessThanOrEqualTo(bytes.length + 1);
  }

  @Property
  void neverFailsNorRunsOnForAnythingLikeJson(
      @ForAll @Size(max = 40) List<@CharRange(from = ' ', to = '~') Character> other,
      @ForAll @Size(max = 40) List<@net.jqwik.api.constraints.IntRange(max = 16) Integer> tokens) {
    String alphabet = "[]{},:\"\\u0e-.1tn ";
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      json.append(alphabet.charAt(tokens.get(i)));
      if (i < other.size() && i % 7 == 0) {
        json.append(other.get(i));
      }
    }
    scanner.reset(json.toString());
    assertThat(exhaust(scanner)).isLessThanOrEqualTo(json.length() + 1);
  }

  private int[] span() {
    return new int[] {scanner.valueFrom(), scanner.valueTo()};
  }

  private long longValue(String json) {
    assertThat(isLong(json)).isTrue();
    return scanner.longValue();
  }

  private boolean isLong(String json) {
    assertThat(scanner.reset(json).next()).isEqualTo(JsonEvent.NUMBER);
    return scanner.isLong();
  }

  private double doubleValue(String json) {
    assertThat(scanner.reset(json).next()).isEqualTo(JsonEvent.NUMBER);
    return scanner.doubleValue();
  }

  /** Takes events up to the end and counts them. */
  private static int exhaust(JsonScanner scanner) {
    int events = 1;
    for (JsonEvent event = scanner.next();
        event != JsonEvent.END && event != JsonEvent.INVALID;
        event = scanner.next()) {
      events++;
    }
    return events;
  }

  private static List<String> events(JsonScanner scanner) {
    List<String> events = new ArrayList<>();
    for (JsonEvent event = scanner.next(); event != JsonEvent.END; event = scanner.next()) {
      events.add(describe(event, scanner));
      assertThat(event).isNotEqualTo(JsonEvent.INVALID);
    }
    return events;
  }

  private static String describe(JsonEvent event, JsonScanner scanner) {
    return switch (event) {
      case OBJECT_START -> "{";
      case OBJECT_END -> "}";
      case ARRAY_START -> "[";
      case ARRAY_END -> "]";
      case KEY -> "key " + scanner.text();
      case STRING -> "string " + scanner.text();
      case NUMBER -> "number " + scanner.text();
      default -> event.name().toLowerCase(Locale.ROOT);
    };
  }

  @Test
  void goesAsDeepAsItIsMadeFor() {
    JsonScanner scanner = new JsonScanner(200);
    String deepest = "[{\"a\":".repeat(100) + "1" + "}]".repeat(100);
    scanner.reset(deepest);
    JsonEvent event = scanner.next();
    int opened = 0;
    int closed = 0;
    while (event != JsonEvent.END && event != JsonEvent.INVALID) {
      opened += event == JsonEvent.OBJECT_START || event == JsonEvent.ARRAY_START ? 1 : 0;
      closed += event == JsonEvent.OBJECT_END || event == JsonEvent.ARRAY_END ? 1 : 0;
      event = scanner.next();
    }
    assertThat(event).isEqualTo(JsonEvent.END);
    assertThat(opened).isEqualTo(200);
    assertThat(closed).isEqualTo(200);
    scanner.reset("[" + deepest + "]").next();
    scanner.skipContainer();
    assertThat(scanner.fault()).isEqualTo(JsonFault.TOO_DEEP);
    scanner.reset("[".repeat(70) + "]".repeat(69) + "}").next();
    scanner.skipContainer();
    assertThat(scanner.fault()).isEqualTo(JsonFault.UNEXPECTED_BYTE);
  }
}
