package dev.winnow.kernel.severity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.Vectors;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SeverityTest {
  private static final Vectors VECTORS = Vectors.of("severity.json");

  @TestFactory
  Stream<DynamicTest> understandsTheTextsOfTheVectors() {
    return VECTORS.tests("texts", "texts", SeverityTest::understandsTexts);
  }

  private static void understandsTexts(Attributes vector) {
    int number = (int) Vectors.number(vector.value("severity_number"));
    for (AnyValue element : Vectors.elements(vector.value("texts"))) {
      for (String text : spellings(element.text())) {
        assertIs(text, Severity.Source.STATED, number);
      }
    }
    assertThat(SeverityNumber.of(number)).hasToString(vector.value("name").text());
  }

  @Test
  void takesOnlyTheNamesThatAreMarkedForLevelsInBodies() {
    for (Attributes vector : VECTORS.cases("texts")) {
      if (vector.value("in_bodies") instanceof AnyValue.BoolValue inBodies) {
        String expected =
            inBodies.value() ? vector.value("name").text() + " (INFERRED)" : "INFO (ASSUMED)";
        for (AnyValue text : Vectors.elements(vector.value("texts"))) {
          String body = "[" + text.text().toUpperCase(Locale.ROOT) + "] x";
          assertThat(Severity.infer(body)).as(body).hasToString(expected);
        }
      }
    }
  }

  private static List<String> spellings(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return List.of(text, upper, upper.charAt(0) + text.substring(1), " [" + text + "]:\r\n");
  }

  @TestFactory
  Stream<DynamicTest> findsNoSeverityInTheAbsentTextsOfTheVectors() {
    return VECTORS.tests(
        "absent", "text", v -> assertIs(v.value("text").text(), Severity.Source.ABSENT, 0));
  }

  @TestFactory
  Stream<DynamicTest> tellsWhatItDoesNotUnderstandFromWhatIsAbsent() {
    return VECTORS.tests("not_understood", "text", SeverityTest::doesNotUnderstand);
  }

  private static void doesNotUnderstand(Attributes vector) {
    byte[] text = bytes(vector, "text");
    assertThat(Severity.ofText(text, 0, text.length).source())
        .isEqualTo(Severity.Source.NOT_UNDERSTOOD);
    assertThat(Severity.ofText(new String(text, UTF_8)).isProtected()).isTrue();
  }

  @TestFactory
  Stream<DynamicTest> readsTheNumbersOfEveryScale() {
    assertThat(VECTORS.cases("scales")).hasSize(NumberScale.values().length);
    return VECTORS.tests("scales", "scale", SeverityTest::readsNumbers);
  }

  private static void readsNumbers(Attributes vector) {
    NumberScale scale = NumberScale.valueOf(vector.value("scale").text().toUpperCase(Locale.ROOT));
    for (AnyValue pair : Vectors.elements(vector.value("stated"))) {
      Severity severity = Severity.ofNumber(scale, number(pair, 0));
      assertThat(severity.source()).as("%s", pair).isEqualTo(Severity.Source.STATED);
      assertThat(severity.number().number()).as("%s", pair).isEqualTo((int) number(pair, 1));
    }
    assertSource(scale, vector.value("absent"), Severity.Source.ABSENT);
    assertSource(scale, vector.value("not_understood"), Severity.Source.NOT_UNDERSTOOD);
  }

  private static void assertSource(NumberScale scale, AnyValue numbers, Severity.Source source) {
    for (AnyValue number : Vectors.elements(numbers)) {
      assertThat(Severity.ofNumber(scale, Vectors.number(number)).source())
          .as("%s", number)
          .isEqualTo(source);
    }
  }

  @TestFactory
  Stream<DynamicTest> readsTheBodiesOfTheVectors() {
    return VECTORS.tests("bodies", "body", SeverityTest::readsBody);
  }

  private static void readsBody(Attributes vector) {
    byte[] body = bytes(vector, "body");
    Severity severity = Severity.infer(body, 0, body.length);
    assertThat(severity.number().number())
        .isEqualTo((int) Vectors.number(vector.value("severity_number")));
    assertThat(severity.source().name().toLowerCase(Locale.ROOT))
        .isEqualTo(vector.value("source").text());
    if (vector.value("hex").text().isEmpty()) {
      assertThat(Severity.infer(new String(body, UTF_8))).isSameAs(severity);
    }
  }

  @Test
  void hasAVectorForEveryNameInTheTables() {
    Set<String> pinned = new HashSet<>();
    for (Attributes vector : VECTORS.cases("texts")) {
      Vectors.elements(vector.value("texts")).forEach(text -> pinned.add(text.text()));
    }
    VECTORS.cases("absent").forEach(vector -> pinned.add(vector.value("text").text()));
    for (String table : List.of(LevelNames.WORDS, LevelNames.TRANSLATED_WORDS, LevelNames.TEXTS)) {
      for (String row : table.split("\n", 0)) {
        List<String> cells = List.of(row.split(" +", 0));
        assertThat(pinned).containsAll(cells.subList(1, cells.size()));
      }
    }
  }

  @Test
  void readsWithinItsBoundsOnly() {
    byte[] text = "xERRORx".getBytes(UTF_8);
    assertThat(Severity.ofText(text, 1, 6).number()).isEqualTo(SeverityNumber.ERROR);
    byte[] body = "no [ERROR] x".getBytes(UTF_8);
    assertThat(Severity.infer(body, 3, 10).number()).isEqualTo(SeverityNumber.ERROR);
    assertThat(Severity.infer(body, 5, 9).source()).isEqualTo(Severity.Source.ASSUMED);
  }

  @Test
  void readsTheBodyOnlyIfTheTextIsAbsent() {
    assertThat(Severity.ofText("").orInferred("[ERROR] x")).hasToString("ERROR (INFERRED)");
    assertThat(Severity.ofText("info").orInferred("[ERROR] x")).hasToString("INFO (STATED)");
    assertThat(Severity.ofText("weird").orInferred("[ERROR] x"))
        .hasToString("UNSPECIFIED (NOT_UNDERSTOOD)");
    byte[] body = "[WARN]".getBytes(UTF_8);
    assertThat(Severity.ofText("-").orInferred(body, 0, body.length))
        .hasToString("WARN (INFERRED)");
  }

  @Test
  void protectsErrorsAndWhatIsNotUnderstood() {
    assertThat(Severity.ofText("warn4").isProtected()).isFalse();
    assertThat(Severity.ofText("error").isProtected()).isTrue();
    assertThat(Severity.ofText("weird").isProtected()).isTrue();
    assertThat(Severity.ofText("").isProtected()).isFalse();
    assertThat(Severity.infer("nothing to see").isProtected()).isFalse();
  }

  @Property
  void answersForAnyBytes(@ForAll byte[] bytes) {
    byte[] framed = new byte[bytes.length + 2];
    System.arraycopy(bytes, 0, framed, 1, bytes.length);
    Severity alone = Severity.infer(bytes, 0, bytes.length);
    assertThat(Severity.infer(framed, 1, framed.length - 1)).isSameAs(alone);
    assertThat(Severity.ofText(framed, 1, framed.length - 1))
        .isSameAs(Severity.ofText(bytes, 0, bytes.length));
  }

  @Property
  void readsStringsLikeTheirBytes(@ForAll String text) {
    if (text.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000)) {
      byte[] bytes = text.getBytes(UTF_8);
      assertThat(Severity.ofText(text)).isSameAs(Severity.ofText(bytes, 0, bytes.length));
    }
  }

  private static void assertIs(String text, Severity.Source source, int number) {
    byte[] bytes = ("x" + text + "x").getBytes(UTF_8);
    Severity severity = Severity.ofText(text);
    assertThat(severity.source()).as(text).isEqualTo(source);
    assertThat(severity.number().number()).as(text).isEqualTo(number);
    assertThat(Severity.ofText(bytes, 1, bytes.length - 1)).as(text).isSameAs(severity);
  }

  private static long number(AnyValue pair, int index) {
    return Vectors.number(Vectors.elements(pair).get(index));
  }

  private static byte[] bytes(Attributes vector, String name) {
    if (vector.value(name) instanceof AnyValue.EmptyValue) {
      return HexFormat.ofDelimiter(" ").parseHex(vector.value("hex").text());
    }
    String text = vector.value(name).text();
    if (vector.value("repeat") instanceof AnyValue.EmptyValue) {
      return text.getBytes(UTF_8);
    }
    int times = (int) Vectors.number(vector.value("times"));
    return (vector.value("repeat").text().repeat(times) + text).getBytes(UTF_8);
  }
}
