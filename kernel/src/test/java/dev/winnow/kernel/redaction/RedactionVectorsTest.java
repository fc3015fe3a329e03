package dev.winnow.kernel.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.Vectors;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RedactionVectorsTest {
  private static final Vectors VECTORS = Vectors.of("redaction.json");

  private record Span(int start, int end, String kind) {}

  private final SecretScanner scanner = new SecretScanner();
  private final Redactor redactor = new Redactor();

  @TestFactory
  Stream<DynamicTest> secrets() {
    return Stream.of("tokens", "private_keys", "cards", "urls", "headers", "values", "markers")
        .flatMap(section -> VECTORS.tests(section, "name", this::findsSecrets));
  }

  @TestFactory
  Stream<DynamicTest> brokenText() {
    return VECTORS.tests("broken", "name", this::findsSecretsInBytes);
  }

  @TestFactory
  Stream<DynamicTest> ordinaryText() {
    return VECTORS.tests("ordinary", "text", this::findsNothing);
  }

  @Test
  void namesTheKinds() {
    assertThat(Arrays.stream(SecretKind.values()).map(SecretKind::text))
        .containsExactlyElementsOf(texts(VECTORS.section("kinds")));
  }

  @Test
  void knowsTheLayouts() {
    assertThat(TokenShapes.ALL.stream().filter(s -> !(s instanceof DiscordToken)).map(this::layout))
        .containsExactlyElementsOf(VECTORS.cases("layouts").stream().map(this::layout).toList());
  }

  @Test
  void knowsTheNames() {
    assertThat(SecretName.ALL.stream().map(this::name))
        .containsExactlyElementsOf(VECTORS.cases("names").stream().map(this::name).toList());
  }

  @Test
  void knowsTheWords() {
    assertThat(StandIn.NOTHINGS).containsExactlyElementsOf(words("nothings"));
    assertThat(StandIn.MASKS).containsExactlyElementsOf(words("masks"));
    assertThat(ValuePolicy.SAID_OF_PASSWORDS).containsExactlyElementsOf(words("said_of_passwords"));
    assertThat(HttpCredentials.TOKEN_SCHEMES).containsExactlyElementsOf(words("token_schemes"));
    assertThat(HttpCredentials.PARAMETER_SCHEMES)
        .containsExactlyElementsOf(words("parameter_schemes"));
  }

  private void findsSecrets(Attributes vector) {
    String marked = vector.value("text").text().replace("¦", "");
    List<String> kinds = texts(vector.value("kinds"));
    List<Span> expected = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    StringBuilder redacted = new StringBuilder();
    for (String part : marked.split("»", -1)) {
      int start = part.indexOf('«');
      String before = start < 0 ? part : part.substring(0, start);
      text.append(before);
      redacted.append(before);
      if (start >= 0) {
        String kind = kinds.get(expected.size());
        int from = utf8(text).length;
        text.append(part, start + 1, part.length());
        redacted.append("<secret:").append(kind).append('>');
        expected.add(new Span(from, utf8(text).length, kind));
      }
    }

    assertThat(spans(utf8(text))).isEqualTo(expected).hasSameSizeAs(kinds);
    assertThat(redactor.redact(text.toString())).isEqualTo(redacted.toString());
    assertThat(redactor.redact(redacted.toString())).isEqualTo(redacted.toString());
  }

  private void findsSecretsInBytes(Attributes vector) {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(vector.value("hex").text());

    assertThat(spans(bytes))
        .isEqualTo(
            Vectors.elements(vector.value("spans")).stream()
                .map(Vectors::entries)
                .map(this::span)
                .toList());
  }

  private void findsNothing(Attributes vector) {
    String text = vector.value("text").text();

    assertThat(spans(utf8(text))).isEmpty();
    assertThat(redactor.redact(text)).isSameAs(text);
  }

  private List<Span> spans(byte[] utf8) {
    return IntStream.range(0, scanner.scan(utf8, 0, utf8.length))
        .mapToObj(i -> new Span(scanner.start(i), scanner.end(i), scanner.kind(i).text()))
        .toList();
  }

  private Span span(Attributes span) {
    return new Span(
        (int) Vectors.number(span.value("start")),
        (int) Vectors.number(span.value("end")),
        span.value("kind").text());
  }

  private List<Object> layout(TokenShape shape) {
    if (shape instanceof DottedToken token) {
      return List.of(
          token.kind().text(), token.prefix(), token.first(), token.rest(), token.maxDots());
    }
    PrefixedToken token = (PrefixedToken) shape;
    String alphabet =
        IntStream.range(0, 128)
            .filter(c -> ByteClass.is((byte) c, token.alphabet()))
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    return List.of(token.kind().text(), token.prefixes(), alphabet, token.min(), token.max());
  }

  private List<Object> layout(Attributes layout) {
    String kind = layout.value("kind").text();
    if (layout.value("prefix") instanceof AnyValue.StringValue) {
      return List.of(
          kind,
          layout.value("prefix").text(),
          (int) Vectors.number(layout.value("first")),
          (int) Vectors.number(layout.value("rest")),
          (int) Vectors.number(layout.value("max_dots")));
    }
    String alphabet = "[" + layout.value("alphabet").text() + "]";
    return List.of(
        kind,
        texts(layout.value("prefixes")),
        IntStream.range(0, 128)
            .mapToObj(Character::toString)
            .filter(c -> c.matches(alphabet))
            .collect(Collectors.joining()),
        (int) Vectors.number(layout.value("min")),
        layout.value("max") instanceof AnyValue.IntValue max
            ? (int) max.value()
            : Integer.MAX_VALUE);
  }

  private List<Object> name(SecretName name) {
    String policy = name.policy().name().toLowerCase(Locale.ROOT);
    return List.of(name.text(), name.apart(), name.kind().text(), policy);
  }

  private List<Object> name(Attributes name) {
    return List.of(
        name.value("name").text(),
        ((AnyValue.BoolValue) name.value("part")).value(),
        name.value("kind").text(),
        name.value("policy").text());
  }

  private static List<String> words(String list) {
    return texts(Vectors.entries(VECTORS.section("words")).value(list));
  }

  private static List<String> texts(AnyValue array) {
    return Vectors.elements(array).stream().map(AnyValue::text).toList();
  }

  private static byte[] utf8(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
