package dev.winnow.e2e.serving;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.e2e.Outcome;
import dev.winnow.e2e.PackagedProgram;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server does when its disk is full, or does not hold what it wrote. */
final class DiskTest {
  private static final String LOGS = "/api/logs";
  private static final String RECORD = "{\"message\":\"a record\"}";
  private static final int RECORDS = 3;
  private static final int UNAVAILABLE = 14;

  @TempDir private static Path home;
  private static PackagedProgram winnow;

  @TempDir private Path directory;
  private Path data;

  @BeforeAll
  static void storeRecords() {
    winnow = new PackagedProgram(home).withServer();
    try (RunningServer server = RunningServer.start(winnow, home.resolve("data"))) {
      for (int request = 0; request < RECORDS; request++) {
        assertThat(server.api().post(LOGS, RECORD).status()).isEqualTo(200);
      }
      assertThat(Accounts.records(server.api())).isEqualTo(RECORDS);
    }
  }

  @BeforeEach
  void copyThem() throws IOException {
    data = directory.resolve("data");
    try (Stream<Path> files = Files.walk(home.resolve("data"))) {
      for (Path file : files.toList()) {
        Files.copy(file, data.resolve(home.resolve("data").relativize(file)));
      }
    }
  }

  @Test
  void takesNothingInBeforeTheDiskIsFullAndStillAnswers() {
    try (RunningServer server = RunningServer.start(winnow, data, "data.min_free=900000TiB")) {
      Answer lines = server.api().post(LOGS, RECORD);
      Answer otlp = server.otlp().post("/v1/logs", "{}");
      Answer ready = server.api().get("/health/ready");

      assertThat(lines.problem()).isEqualTo("503 disk_nearly_full");
      assertThat(lines.header("Retry-After")).isEqualTo("1");
      assertThat(otlp.status()).isEqualTo(503);
      assertThat(otlp.header("Retry-After")).isEqualTo("1");
      assertThat(otlp.number("code")).isEqualTo(UNAVAILABLE);
      assertThat(new GrpcCaller(server.grpc(), "").call(GrpcCaller.EXPORT_LOGS, new byte[0]))
          .isEqualTo(UNAVAILABLE);
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.text()).startsWith("{\"status\":\"not_ready\",\"reasons\":[\"disk: ");
      assertThat(Accounts.records(server.api())).isEqualTo(RECORDS);
    }
  }

  @Test
  void namesADamagedPartInsteadOfStarting() throws IOException {
    Path part = only("store/records/default", ".duckdb");
    overwriteStart(part);

    Outcome start = serve(data);

    assertThat(start.exitCode()).isEqualTo(69);
    assertThat(start.stderr())
        .startsWith(
            "winnow: part %s cannot be opened; restore it from a backup"
                .formatted(part.toRealPath()));
  }

  @Test
  void namesADamagedLogInsteadOfStarting() throws IOException {
    Path log = only("store/log", ".log");
    overwriteStart(log);

    Outcome start = serve(data);

    assertThat(start.exitCode()).isEqualTo(69);
    assertThat(start.stderr())
        .startsWith("winnow: %s is damaged at byte 0".formatted(log.toRealPath()));
  }

  @Test
  void namesADamagedControlStoreInsteadOfStarting() throws IOException {
    overwriteStart(data.resolve("control.db"));

    Outcome start = serve(data);

    assertThat(start.exitCode()).isEqualTo(69);
    assertThat(start.stderr())
        .startsWith(
            "winnow: %s/control.db: the control store is damaged\n".formatted(data.toRealPath()));
  }

  @Test
  void namesADirectoryThatCannotBeWritten() throws IOException {
    Path impossible = Files.writeString(directory.resolve("file"), "").resolve("data");

    Outcome start = serve(impossible);

    assertThat(start.exitCode()).isEqualTo(69);
    assertThat(start.stderr())
        .startsWith("winnow: the data directory %s cannot be used: ".formatted(impossible));
  }

  private static Outcome serve(Path where) {
    return winnow.run(
        "serve",
        "--data",
        where.toString(),
        "--port",
        "0",
        "--set",
        "receivers.otlp.grpc.enabled=false",
        "--set",
        "receivers.otlp.http.enabled=false");
  }

  private Path only(String place, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(data.resolve(place))) {
      return files.filter(file -> file.toString().endsWith(suffix)).findFirst().orElseThrow();
    }
  }

  private static void overwriteStart(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer other = ByteBuffer.wrap("not what was there".getBytes(US_ASCII));
      assertThat(channel.write(other, 0)).isEqualTo(other.limit());
    }
  }
}
