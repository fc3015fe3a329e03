package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GenerateTest {
  private static Invocation generate(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "generate";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Invocation.of(arguments);
  }

  private static Invocation day(String... options) {
    return Invocation.of(
        Stream.concat(
                Stream.of(
                    "generate",
                    "--since=2026-11-18T10:00:00Z",
                    "--until=2026-11-18T10:10:00Z",
                    "--rate=20"),
                Stream.of(options))
            .toArray(String[]::new));
  }

  @Test
  void printsAsManyRecordsAsAreAskedFor() {
    Invocation generated = generate("--rate", "max", "--count", "1234");

    assertThat(generated.out().lines())
        .hasSize(1234)
        .allMatch(line -> line.startsWith("{\"timestamp\""));
    assertThat(generated.err()).isEmpty();
    assertThat(generated.exitCode()).isZero();
  }

  @Test
  void makesTheSamePastAgain() {
    String first = day().out();

    assertThat(first.lines().count()).isBetween(10_000L, 20_000L);
    assertThat(day().out()).isEqualTo(first);
    assertThat(day("--seed=2").out()).isNotEqualTo(first);
    assertThat(first.lines().findFirst().orElseThrow()).contains("2026-11-18T10:00:0");
    assertThat(first.lines().toList().getLast()).contains("2026-11-18T10:09:59");
  }

  @Test
  void printsOnlyTheServicesThatAreNamed() {
    Invocation generated = generate("--rate=max", "--count=500", "--services=db, front");

    assertThat(generated.out().lines())
        .allMatch(line ->
            line.contains("\"service.name\":\"db\"")
                || line.contains("\"service.name\":\"front\""));
  }

  @Test
  void writesLabelsAndRecordsToFiles(@TempDir Path directory) throws IOException {
    Path schedule = Files.writeString(directory.resolve("plan"), "surge api 1m 2m\n# no more\n");
    Path labels = directory.resolve("labels.jsonl");
    Path records = directory.resolve("records.jsonl");

    Invocation generated =
        day(
            "--schedule=" + schedule,
            "--incident=silence auth 4m 1m",
            "--labels=" + labels,
            "--to=" + records);

    assertThat(generated.exitCode()).isZero();
    assertThat(generated.out()).isEmpty();
    assertThat(Files.readAllLines(records).size()).isGreaterThan(10_000);
    List<String> written = Files.readAllLines(labels);
    assertThat(written).hasSize(2);
    assertThat(written.getFirst())
        .startsWith(
            "{\"kind\":\"surge\",\"is_harmful\":true,\"root_service\":\"api\","
                + "\"start\":\"2026-11-18T10:01:00Z\",\"end\":\"2026-11-18T10:03:00Z\"");
    assertThat(written.getLast()).contains("\"kind\":\"silence\"");
  }

  @Test
  void tellsThatNobodyTakesTheRecords() throws IOException {
    String url;
    try (AnsweringServer server = new AnsweringServer()) {
      server.answering(401, "{\"code\":\"unauthenticated\"}");
      url = server.url();
      Invocation generated = generate("--rate=max", "--count=10", "--to=" + url);

      assertThat(generated.err())
          .isEqualTo(
              "winnow: 10 of 10 records were refused; the last because 401"
                  + " {\"code\":\"unauthenticated\"}\n");
      assertThat(generated.exitCode()).isEqualTo(69);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--rate=0 | winnow: --rate (or LOG_RATE_PER_SECOND): a rate is 0.001 to 10000",
        "--rate=10001 | winnow: --rate (or LOG_RATE_PER_SECOND): a rate is 0.001 to 10000",
        "--rate=many | winnow: --rate (or LOG_RATE_PER_SECOND): 'many' is no number",
        "--errors=101 | winnow: --errors (or ERROR_RATE_PERCENTAGE): a share is 0 to 100, not 101",
        "--services=a,a | winnow: --services (or SERVICES): a service is named twice",
        "--services=a,,b | winnow: --services (or SERVICES): '' is no name of a service",
        "--count=0 | winnow: --count: there is less than one",
        "--incident=flood api 1m 1m | winnow: --incident: line 1: 'flood' is no kind",
        "--to=gopher://x | winnow: --to: 'gopher://x' is no address",
        "--format=morse --to=x | winnow: --to: 'morse' is no format",
        "--since=tomorrow | winnow: --since: 'tomorrow' is no time",
        "--since=1h --until=2h | winnow: --until is before --since"
      })
  void explainsWhatIsWrong(String options, String said) {
    Invocation refused = generate(options.split(" (?=--)", -1));

    assertThat(refused.err()).startsWith(said).endsWith("see winnow generate --help\n");
    assertThat(refused.out()).isEmpty();
    assertThat(refused.exitCode()).isEqualTo(1);
  }

  @Test
  void tellsWhichFileCannotBeRead(@TempDir Path directory) {
    Path absent = directory.resolve("absent");
    assertThat(generate("--schedule=" + absent).err())
        .startsWith("winnow: " + absent + " cannot be read");
  }
}
