package dev.winnow.kernel.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.Vectors;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FormVectorsTest {
  private static final Vectors VECTORS = Vectors.of("forms.json");

  private final FormScanner scanner = new FormScanner();

  @TestFactory
  Stream<DynamicTest> texts() {
    return Stream.of("words", "numbers", "times", "addresses", "scripts", "structured")
        .flatMap(section -> VECTORS.tests(section, "name", this::scansText));
  }

  @TestFactory
  Stream<DynamicTest> formatStrings() {
    return VECTORS.tests("format_strings", "name", this::scansFormat);
  }

  private void scansText(Attributes vector) {
    hasFormOf(vector, scanner.scan(vector.value("text").text()));
  }

  private void scansFormat(Attributes vector) {
    hasFormOf(vector, scanner.scanFormat(vector.value("text").text()));
  }

  private void hasFormOf(Attributes vector, long id) {
    assertThat(scanner.text()).isEqualTo(vector.value("form").text());
    assertThat(variables()).isEqualTo(expectedVariables(vector));
    assertThat(String.format(Locale.ROOT, "%016x", id)).isEqualTo(vector.value("id").text());
  }

  private List<String> variables() {
    List<String> variables = new ArrayList<>();
    for (int i = 0; i < scanner.variables(); i++) {
      String placeholder = scanner.mask(i).placeholder();
      variables.add(placeholder.substring(1, placeholder.length() - 1) + " " + scanner.value(i));
    }
    return variables;
  }

  private static List<String> expectedVariables(Attributes vector) {
    return Vectors.elements(vector.value("variables")).stream().map(AnyValue::text).toList();
  }
}
