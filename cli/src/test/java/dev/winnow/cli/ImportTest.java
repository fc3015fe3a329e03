package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportTest {
  private static final String ACCEPTED = "{\"accepted\":%d,\"duplicates\":%d,\"malformed\":0}";

  @TempDir private Path directory;
  private final AnsweringServer server;

  ImportTest() throws IOException {
    server = new AnsweringServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Invocation run(Path... files) {
    Stream<String> options = Stream.of("import", "--url", server.url(), "--token", "wn_x");
    return Invocation.of(
        Stream.concat(options, Stream.of(files).map(Path::toString)).toArray(String[]::new));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static String lines(int from, int to) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i < to; i++) {
      lines.append("2026-11-21T10:00:00Z ERROR order ").append(i).append(" late\n");
    }
    return lines.toString();
  }

  @Test
  void sendsRecordsAsJsonLinesAndTellsWhatBecameOfThem() throws IOException {
    server.answering(200, ACCEPTED.formatted(2, 0));

    Invocation run = run(write("app.log", lines(1, 2) + "2026-11-21T10:00:01Z INFO a\n\tb\n"));

    assertThat(run)
        .isEqualTo(new Invocation(0, "sent 2 records: 2 stored, 0 known from before\n", ""));
    assertThat(server.questions()).containsExactly("/api/logs");
    assertThat(server.tokens()).containsExactly("Bearer wn_x");
    assertThat(server.bodies())
        .containsExactly(
            """
            {"timestamp":"2026-11-21T10:00:00Z","severity_text":"ERROR","body":"order 1 late","log.file.name":"app.log"}
            {"timestamp":"2026-11-21T10:00:01Z","severity_text":"INFO","body":"a\\n\\tb","log.file.name":"app.log"}
            """);
  }

  @Test
  void givesTheSameLogTheSameKeys() throws IOException {
    Path file = write("app.log", lines(0, 7000));
    server.answering(200, ACCEPTED.formatted(5000, 0)).answering(200, ACCEPTED.formatted(2000, 0));
    server
        .answering(200, ACCEPTED.formatted(5000, 5000))
        .answering(200, ACCEPTED.formatted(2000, 2000));

    assertThat(run(file).out())
        .isEqualTo("sent 7 000 records: 7 000 stored, 0 known from before\n");
    assertThat(run(file).out())
        .isEqualTo("sent 7 000 records: 0 stored, 7 000 known from before\n");

    List<String> keys = server.idempotencyKeys();
    assertThat(keys.get(0)).hasSize(71);
    assertThat(keys.subList(2, 4)).isEqualTo(keys.subList(0, 2));
  }

  @Test
  void givesOnlyTheLastBatchOfALogThatHasGrownAnotherKey() throws IOException {
    Path file = write("app.log", lines(0, 7000));
    for (int i = 0; i < 2; i++) {
      server.answering(200, ACCEPTED.formatted(5000, 0));
      server.answering(200, ACCEPTED.formatted(2000, 0));
    }

    run(file);
    write("app.log", lines(0, 7001));
    run(file);

    List<String> keys = server.idempotencyKeys();
    assertThat(keys).hasSize(4);
    assertThat(keys.get(2)).isEqualTo(keys.get(0));
    assertThat(keys.get(3)).isNotEqualTo(keys.get(1));
  }

  @Test
  void sendsWhatItReadOfAnInputThatBreaks() throws IOException {
    byte[] whole = gzip(lines(0, 1000));
    Path cut = Files.write(directory.resolve("app.log.gz"), Arrays.copyOf(whole, whole.length / 2));
    server.answering(200, ACCEPTED.formatted(400, 0));

    Invocation run = run(cut);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("app.log.gz");
    assertThat(server.bodies()).hasSize(1);
    assertThat(server.bodies().get(0)).contains("order 0 late").doesNotContain("order 999 late");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  @Test
  void tellsEqualPartsOfOneLogApart() throws IOException {
    server.answering(200, ACCEPTED.formatted(5000, 0)).answering(200, ACCEPTED.formatted(5000, 0));

    run(write("app.log", "2026-11-21T10:00:00Z INFO same\n".repeat(10_000)));

    assertThat(server.bodies().get(0)).isEqualTo(server.bodies().get(1));
    assertThat(server.idempotencyKeys()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void waitsForServerThatHasNoRoom() throws IOException {
    server
        .answering(503, "{\"code\":\"storage_overloaded\",\"detail\":\"full\"}")
        .answering(200, ACCEPTED.formatted(1, 0));

    assertThat(run(write("app.log", lines(0, 1))).exitCode()).isZero();
    assertThat(server.idempotencyKeys().get(0)).isEqualTo(server.idempotencyKeys().get(1));
  }

  @Test
  void unpacksAndCountsWhatIsMalformed() throws IOException {
    Path packed = directory.resolve("app.json.gz");
    Files.write(packed, gzip("{\"msg\":\"a\"}\n{\"msg\":\n{\"msg\":\"b\"}\n"));
    server.answering(200, ACCEPTED.formatted(2, 0));

    assertThat(run(packed).out())
        .isEqualTo("sent 2 records: 2 stored, 0 known from before; 1 line malformed\n");
  }

  @Test
  void readsStandardInput() {
    server.answering(200, ACCEPTED.formatted(1, 0));

    Invocation run = Invocation.withInput(lines(0, 1), "import", "--url", server.url(), "-");

    assertThat(run.out()).isEqualTo("sent 1 record: 1 stored, 0 known from before\n");
  }

  @Test
  void reportsFileThatCannotBeReadAndSendsTheOthers() throws IOException {
    server.answering(200, ACCEPTED.formatted(1, 0));

    Invocation run = run(directory.resolve("absent.log"), write("app.log", lines(0, 1)));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEqualTo("sent 1 record: 1 stored, 0 known from before\n");
    assertThat(run.err()).contains("absent.log");
  }

  @Test
  void endsWhereTheServerRefuses() throws IOException {
    server.answering(401, "{\"code\":\"unauthenticated\",\"detail\":\"who are you\"}");

    Invocation run = run(write("app.log", lines(0, 1)), write("b.log", lines(0, 1)));

    assertThat(run.exitCode()).isEqualTo(69);
    assertThat(run.err()).contains("who are you");
    assertThat(server.questions()).hasSize(1);
  }
}
