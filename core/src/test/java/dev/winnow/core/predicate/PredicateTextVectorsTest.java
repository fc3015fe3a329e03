package dev.winnow.core.predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValueJson;
import dev.winnow.kernel.record.Attributes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PredicateTextVectorsTest {
  @TestFactory
  Stream<DynamicTest> readsAndWritesTheReadableFormOfTheVectors() {
    return tests("readable", "text", PredicateTextVectorsTest::isReadAndWritten);
  }

  private static void isReadAndWritten(Attributes vector) {
    Predicate predicate = Predicate.parse(AnyValueJson.toJson(vector.value("predicate")));
    String written = vector.value("written").text();
    assertThat(PredicateText.parse(vector.value("text").text())).isEqualTo(predicate);
    assertThat(PredicateText.write(predicate)).isEqualTo(written);
    assertThat(PredicateText.parse(written)).isEqualTo(predicate);
  }

  @TestFactory
  Stream<DynamicTest> refusesTheInvalidTextsOfTheVectors() {
    return tests("readable_invalid", "name", PredicateTextVectorsTest::isRefused);
  }

  private static void isRefused(Attributes vector) {
    String text =
        vector.value("prefix").text()
            + vector.value("open").text().repeat(times(vector))
            + vector.value("inner").text()
            + vector.value("close").text().repeat(times(vector))
            + vector.value("text").text();
    InvalidPredicateTextException refusal =
        catchThrowableOfType(InvalidPredicateTextException.class, () -> PredicateText.parse(text));
    assertThat(refusal).isNotNull();
    String before = text.substring(0, refusal.offset());
    assertThat(before.getBytes(StandardCharsets.UTF_8).length)
        .as(refusal.problem())
        .isEqualTo((int) number(vector.value("offset")));
    assertThat(refusal.code().code()).isEqualTo(vector.value("code").text());
    assertThat(refusal.problem()).hasSizeBetween(1, 200);
  }

  private static int times(Attributes vector) {
    return vector.value("times") instanceof AnyValue.IntValue times ? (int) times.value() : 0;
  }

  private static long number(AnyValue number) {
    return ((AnyValue.IntValue) number).value();
  }

  private static Stream<DynamicTest> tests(
      String section, String nameKey, Consumer<Attributes> test) {
    List<AnyValue> cases = ((AnyValue.ArrayValue) vectors().value(section)).values();
    assertThat(cases).isNotEmpty();
    return cases.stream()
        .map(c -> ((AnyValue.KvListValue) c).entries())
        .map(c -> DynamicTest.dynamicTest(c.value(nameKey).text(), () -> test.accept(c)));
  }

  private static Attributes vectors() {
    try (InputStream in =
        PredicateTextVectorsTest.class.getResourceAsStream(
            "/dev/winnow/conformance/predicate.json")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      AnyValue file = AnyValueJson.read(new JsonScanner().reset(bytes, 0, bytes.length));
      return ((AnyValue.KvListValue) file).entries();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
