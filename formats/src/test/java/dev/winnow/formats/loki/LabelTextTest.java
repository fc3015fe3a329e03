package dev.winnow.formats.loki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.WinnowException;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LabelTextTest {
  private static Map<String, String> read(String text) {
    Map<String, String> labels = new LinkedHashMap<>();
    LabelText.read(text, labels);
    return labels;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{}|{}",
        " { } |{}",
        "{app=\"shop\"}|{app=shop}",
        "{app=\"shop\", env = \"prod\" ,}|{app=shop, env=prod}",
        "{a=\"1\",a=\"2\"}|{a=2}",
        "{\"k8s.pod.name\"=\"a b\",x=`\\n\"`}|{k8s.pod.name=a b, x=\\n\"}",
        "{q=\"\\\"\\\\\\'\"}|{q=\"\\'}",
        "{u=\"\\u00e9\\U0001F989\\x41\\101\"}|{u=é🦉AA}",
        "{u=\"\\xff\\ud83e\\UFFFFFFFF\"}|{u=\ufffd\ufffd\ufffd}",
        "{e=\"\",f=\",}\"}|{e=, f=,}}"
      })
  void readsLabelsAsPrometheusWritesThem(String text, String labels) {
    assertThat(read(text)).hasToString(labels);
  }

  @Test
  void readsControlCharacters() {
    assertThat(read("{c=\"\\a\\b\\f\\n\\r\\t\\v\"}"))
        .containsExactly(Map.entry("c", "\u0007\b\f\n\r\t\u000b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "|1: expected '{'",
        "app|1: expected '{'",
        "{|2: expected the name of a label",
        "{=|2: expected the name of a label",
        "{app|5: expected '='",
        "{app=|6: expected '\"'",
        "{app=shop}|6: expected '\"'",
        "{app=\"shop|11: unexpected end within quotes",
        "{app=`shop|7: unexpected end within quotes",
        "{app=\"shop\"|12: expected '}'",
        "{app=\"shop\" x}|13: expected '}'",
        "{app=\"\\q\"}|9: unknown escape",
        "{app=\"\\x4\"}|10: unknown escape",
        "{app=\"\\|9: unknown escape",
        "{a=\"b\"} x|9: unexpected text behind the labels"
      })
  void saysWhereLabelsAreNone(String text, String fault) {
    String labels = text == null ? "" : text;
    assertThatThrownBy(() -> read(labels))
        .hasMessage(
            "error parsing labels %s with error: 1:%s"
                .formatted(labels, fault.replace(": ", ": parse error: ")));
  }

  @Test
  void showsNoMoreThanTheBeginning() {
    assertThatThrownBy(() -> read("x".repeat(1_000_000)))
        .hasMessage(
            "error parsing labels "
                + "x".repeat(200)
                + "... with error: 1:1: parse error: expected '{'");
  }

  @Property
  void readsOrRefusesWhateverThereIs(@ForAll String text) {
    try {
      assertThat(read("{a=\"" + text + "\"}")).isNotEmpty();
    } catch (WinnowException refused) {
      assertThat(refused).hasMessageStartingWith("error parsing labels ");
    }
  }
}
