package dev.winnow.formats.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.formats.input.InMemoryInput;
import dev.winnow.formats.input.Input;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntriesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "plain text\n{\n",
        "{\"a\":1}\n{\"b\":2}\n",
        "{\"msg\":\"x\",\"items\":[{\"sku\":1}]}\n",
        "{\"msg\":\"x\",\"records\":[{\"sku\":1}]}\n",
        "[main] INFO started\n",
        "[2026-11-21] up\n",
        "{half an object",
        "__CURSO",
        "{\"a\":\"half"
      })
  void leavesOtherInputsAsTheyAre(String text) throws IOException {
    assertThat(lines(text)).isEqualTo(text);
  }

  @Test
  void givesTheElementsOfAnArray() throws IOException {
    assertThat(lines("[{\"a\": 1, \"b\": [1, {\"c\": \"x, y\"}]},\n {\"a\": 2}]\n"))
        .isEqualTo("{\"a\":1,\"b\":[1,{\"c\":\"x, y\"}]}\n{\"a\":2}\n");
  }

  @Test
  void givesObjectsThatGoOverLines() throws IOException {
    assertThat(lines("{\n  \"a\": \"x\\\"}\",\n  \"b\": {}\n}\n{\n  \"a\": 2\n}"))
        .isEqualTo("{\"a\":\"x\\\"}\",\"b\":{}}\n{\"a\":2}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Records\":[{\"a\":1},{\"a\":2}]}",
        "{ \"records\": [\n {\"a\":1},\n {\"a\":2}\n], \"next\": [3] }",
        "{\"apiVersion\":\"v1\",\"items\":[{\"a\":1},{\"a\":2}],\"kind\":\"List\"}",
        "{\"events\":[{\"a\":1}]}\n{\"events\":[{\"a\":2}]}\n",
        "{\"took\":5,\"hits\":{\"total\":{\"value\":2},\"hits\":[{\"_index\":\"i\",\"_source\":{\"a\":1}},"
            + "{\"_index\":\"i\",\"_source\":{\"a\":2},\"sort\":[1]}]}}"
      })
  void givesWhatAWrapperHolds(String text) throws IOException {
    assertThat(lines(text)).isEqualTo("{\"a\":1}\n{\"a\":2}\n");
  }

  @Test
  void keepsWhatStandsBeforeRecordsThatBelongToIt() throws IOException {
    String scope =
        "\"scopeLogs\":[{\"scope\":{\"name\":\"s\"},\"logRecords\":[{\"a\":1},{\"a\":2}]}]";
    assertThat(
            lines("{\"resourceLogs\":[{\"resource\":{\"x\":1}," + scope + "},{" + scope + "}]}\n"))
        .isEqualTo(
            """
            {"resource":{"x":1},"scope":{"name":"s"},"a":1}
            {"resource":{"x":1},"scope":{"name":"s"},"a":2}
            {"scope":{"name":"s"},"a":1}
            {"scope":{"name":"s"},"a":2}
            """);
  }

  @Test
  void unwrapsTheValuesOfOtlp() throws IOException {
    assertThat(
            lines(
                """
                {"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":\
                {"stringValue":"shop"}}]},"scopeLogs":[{"logRecords":[{"timeUnixNano":"5",\
                "body":{"kvlistValue":{"values":[{"key":"a","value":{"intValue":"2"}}]}},\
                "attributes":[{"key":"b","value":{"arrayValue":{"values":[{"boolValue":true},\
                {"doubleValue":0.5},{}]}}}]}]}]}]}
                """))
        .isEqualTo(
            """
            {"resource":{"service.name":"shop"},"timeUnixNano":"5","body":{"a":2},"b":[true,0.5,null]}
            """);
  }

  @Test
  void goesOnBehindWhatIsBroken() throws IOException {
    assertThat(
            lines(
                "{\n \"a\": 1\n{\n \"a\": 2\n}\nnoise [1\n[main] up\n{\n \"a\": \"x\n}\n{\n\"a\": 3}"))
        .isEqualTo("{\"a\":1\n{\"a\":2}\nnoise [1\n[main] up\n{\"a\":\"x\n}\n{\"a\":3}\n");
  }

  @Test
  void givesWhatIsThereOfADocumentThatWasCutOff() throws IOException {
    assertThat(lines("{\"Records\":[{\"a\":1},{\"a\":")).isEqualTo("{\"a\":1}\n{\"a\":\n");
  }

  @Test
  void givesTheEntriesOfAJournal() throws IOException {
    String log =
        """
        __CURSOR=s=1
        PRIORITY=6
        MESSAGE=say "hi"

        __CURSOR=s=2
        MESSAGE
        \3\0\0\0\0\0\0\0a
        b
        PRIORITY=3

        """;
    assertThat(lines(log))
        .isEqualTo(
            """
            {"__CURSOR":"s=1","PRIORITY":"6","MESSAGE":"say \\"hi\\""}
            {"__CURSOR":"s=2","MESSAGE":"a\\u000ab","PRIORITY":"3"}
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"half a line", "{\"a\":1}\n{\"b\"", "[{\"a\":1},{\"b\":2"})
  void givesWhatCameBeforeAFailure(String text) throws IOException {
    Entries entries = Entries.of(InMemoryInput.failingAfter(text.getBytes(StandardCharsets.UTF_8)));
    ByteBuffer buffer = ByteBuffer.allocate(100);
    while (buffer.hasRemaining() && !isBroken(entries, buffer)) {
      assertThat(buffer.position()).isPositive();
    }

    String given = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    assertThat(given.replace("\n", "")).isEqualTo(text.replaceAll("\\[|\n|(?<=}),", ""));
  }

  private static boolean isBroken(Entries entries, ByteBuffer buffer) {
    try {
      entries.read(buffer);
      return false;
    } catch (IOException expected) {
      return true;
    }
  }

  @Test
  void passesAnElementOfAnySizeThrough() throws IOException {
    String value = "x".repeat(10 << 20);
    assertThat(lines("[{\"a\":\"" + value + "\"},{\"a\":1}]"))
        .isEqualTo("{\"a\":\"" + value + "\"}\n{\"a\":1}\n");
  }

  @Provide
  Arbitrary<String> documents() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            ":",
            ",",
            "\n",
            " ",
            "1",
            "\"Records\"",
            "\"hits\"",
            "\"took\"",
            "\"resourceLogs\"",
            "\"scopeLogs\"",
            "\"resource\"",
            "\"logRecords\"",
            "\"_source\"",
            "\"attributes\"",
            "\"key\"",
            "\"kvlistValue\"",
            "text",
            "__CURSOR=")
        .list()
        .ofMaxSize(40)
        .map(list -> String.join("", list));
  }

  @Property
  void readsAnythingTheSameInPiecesOfAnySize(@ForAll("documents") String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(read(InMemoryInput.inPieces(bytes, 1))).isEqualTo(lines(text));
  }

  private static String lines(String text) throws IOException {
    return read(InMemoryInput.of(text));
  }

  private static String read(Input input) throws IOException {
    Entries entries = Entries.of(input);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(7);
    while (entries.read(buffer) >= 0) {
      out.write(buffer.array(), 0, buffer.position());
      buffer.clear();
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
