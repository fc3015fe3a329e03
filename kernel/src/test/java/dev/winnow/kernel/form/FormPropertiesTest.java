package dev.winnow.kernel.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormPropertiesTest {
  private final FormScanner scanner = new FormScanner();
  private final FormScanner other = new FormScanner();
  private final Redactor redactor = new Redactor();

  @Property
  void anyBytesHaveAForm(@ForAll byte[] bytes) {
    long id = scanner.scan(bytes, 0, bytes.length);

    assertThat(scanner.length()).isLessThan(FormScanner.MAX_FORM_BYTES + 4096);
    assertThat(other.scan(bytes, 0, bytes.length)).isEqualTo(id);
    for (int i = 0; i < scanner.variables(); i++) {
      assertThat(scanner.start(i)).isBetween(0, scanner.end(i));
      assertThat(scanner.end(i)).isLessThanOrEqualTo(scanner.source(i).length);
    }
  }

  @Property
  void aStringAndItsBytesHaveOneForm(@ForAll String text) {
    byte[] bytes = text.replaceAll("[\\ud800-\\udfff]", "\ufffd").getBytes(StandardCharsets.UTF_8);

    assertThat(scanner.scan(text.replaceAll("[\\ud800-\\udfff]", "\ufffd")))
        .isEqualTo(scanner.scan(bytes, 0, bytes.length));
  }

  @Property
  void whatStandsAroundTheTextDoesNotMatter(@ForAll("texts") String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] padded = new byte[bytes.length + 7];
    Arrays.fill(padded, (byte) '9');
    System.arraycopy(bytes, 0, padded, 3, bytes.length);

    assertThat(scanner.scan(padded, 3, 3 + bytes.length))
        .isEqualTo(scanner.scan(bytes, 0, bytes.length));
  }

  @Property
  void redactedTextHasTheSameForm(@ForAll("texts") String text) {
    scanner.scan(text);
    String form = scanner.text();
    scanner.scan(redactor.redact(text));

    assertThat(scanner.text()).as(redactor.redact(text)).isEqualTo(form);
  }

  @Property
  void noTextForgesAPlaceholder(@ForAll("texts") String text) {
    scanner.scan(text);
    String form = scanner.text().replace("<<", "");

    for (int at = form.indexOf('<'); at >= 0; at = form.indexOf('<', at + 1)) {
      String placeholder = form.substring(at, form.indexOf('>', at) + 1);
      assertThat(Arrays.stream(Mask.values()).map(Mask::placeholder)).contains(placeholder);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    List<String> pieces =
        List.of(
            " ",
            "user",
            "=",
            ":",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            ",",
            "<",
            ">",
            "<num>",
            "42",
            "10.0.0.1",
            "2024-01-02",
            "03:04:05",
            "Jan",
            "Mon",
            "/a/b",
            "?x=1",
            "HTTP/1.1",
            "password",
            "password=",
            "hunter2",
            "token: ",
            "Bearer ",
            "Authorization: ",
            "AKIAIOSFODNN7EXAMPLE",
            "https://u:p4ss@h/x",
            "4111 1111 1111 1111",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
            "<secret:jwt>",
            "<secret:",
            "\\",
            "\n",
            "\tat a.b(C.java:1)",
            "java.io.IOException: x",
            "{\"msg\":\"",
            "\",\"n\":1}",
            "level=info msg=",
            "k=v ",
            "用户",
            "é",
            "\u0000",
            "true",
            "null",
            "ms",
            "-",
            "#",
            "@",
            "%");
    return Arbitraries.of(pieces).list().ofMaxSize(24).map(list -> String.join("", list));
  }
}
