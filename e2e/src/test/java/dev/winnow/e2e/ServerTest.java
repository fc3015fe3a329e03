package dev.winnow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server starts, answers and ends, and says why it does not. */
final class ServerTest {
  private static final Pattern LISTENING = Pattern.compile("listening on (http://[^ \"]+)");
  private static final String[] ANY_PORTS = {
    "--set", "receivers.otlp.grpc.port=0", "--set", "receivers.otlp.http.port=0"
  };

  @TempDir private Path home;
  private PackagedProgram winnow;

  @BeforeEach
  void install() {
    winnow = new PackagedProgram(home).withServer();
  }

  private String[] serve(String... arguments) {
    String[] command = new String[3 + arguments.length + ANY_PORTS.length];
    command[0] = "serve";
    command[1] = "--data";
    command[2] = home.resolve("data").toString();
    System.arraycopy(arguments, 0, command, 3, arguments.length);
    System.arraycopy(ANY_PORTS, 0, command, 3 + arguments.length, ANY_PORTS.length);
    return command;
  }

  /** Waits for the record that says where the server listens. */
  private static String address(Process server) throws IOException {
    BufferedReader records = server.errorReader();
    StringBuilder seen = new StringBuilder();
    for (String line = records.readLine(); line != null; line = records.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        return listening.group(1);
      }
      seen.append(line).append('\n');
    }
    throw new AssertionError("the server has ended: " + seen);
  }

  private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }
  }

  @Test
  void servesOneDirectoryUntilItIsAskedToEnd() throws IOException, InterruptedException {
    Process server = winnow.process(serve("--port", "0")).start();
    String address = address(server);

    assertThat(get(address + "/health").body()).startsWith("{\"status\":\"healthy\",");
    assertThat(get(address + "/openapi").body()).contains("\nopenapi: 3.1.0\n");
    assertThat(get(address + "/docs/").body()).contains("swagger-ui");
    assertThat(get(address + "/metrics").body()).contains("\nwinnow_requests_total{protocol=");
    assertThat(get(address + "/nothing").body()).contains("\"code\":\"not_found\"");
    assertThat(get(address + "/health?typo=1").statusCode()).isEqualTo(422);
    assertThat(winnow.run(serve("--port", "0")))
        .isEqualTo(
            new Outcome(
                69,
                "",
                """
                winnow: the data directory %s is in use by process %d
                winnow: stop that process, or name another directory with --data
                """
                    .formatted(home.resolve("data"), server.pid())));

    server.destroy();
    assertThat(server.waitFor()).isEqualTo(143);
  }

  @Test
  void isFoundByTheCommandsOfItsDirectory() throws IOException, InterruptedException {
    String data = home.resolve("data").toString();
    Process server = winnow.process(serve("--port", "0")).start();
    address(server);
    Outcome created = winnow.run("token", "create", "collector", "--data", data);
    assertThat(created.stdout()).startsWith("wn_");
    server.destroyForcibly();
    assertThat(server.waitFor()).isEqualTo(137);

    assertThat(winnow.run("token", "list", "--data", data).stdout()).contains("  collector\n");
    String typo = home.resolve("typo").toString();
    assertThat(winnow.run("token", "list", "--data", typo))
        .isEqualTo(
            new Outcome(
                69,
                "",
                """
                winnow: the data directory %s cannot be used: it is not there
                winnow: correct what the message names, or name another directory with --data
                """
                    .formatted(typo)));
    assertThat(home.resolve("typo")).doesNotExist();
  }

  @Test
  void tellsTheFirstTokenWithTheFirstStartThatSucceeds() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(winnow.run(serve("--port", port, "--set", "auth.enabled=true")).exitCode())
          .isEqualTo(69);
    }
    Process server = winnow.process(serve("--port", "0", "--set", "auth.enabled=true")).start();
    try {
      address(server);
      assertThat(server.errorReader().readLine())
          .matches(
              "\\{\"timestamp\":\"[^\"]+\",\"severity_text\":\"INFO\",\"body\":\"[^\"]+:"
                  + " wn_\\w+\"}");
    } finally {
      server.destroy();
    }
  }

  @Test
  void keepsWhatLibrariesUnpackInItsDirectory() throws IOException, InterruptedException {
    Path data = home.resolve("data");
    Process killed = winnow.process(serve("--port", "0")).start();
    assertThat(get(address(killed) + "/docs/").statusCode()).isEqualTo(200);
    killed.destroyForcibly();
    assertThat(killed.waitFor()).isEqualTo(137);
    assertThat(data.resolve("unpacked")).isNotEmptyDirectory();

    Process server = winnow.process(serve("--port", "0")).start();
    address(server);
    server.destroy();
    assertThat(server.waitFor()).isEqualTo(143);

    try (Stream<Path> entries = Files.list(data)) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .containsExactlyInAnyOrder("control.db", "format", "lock", "store", "unpacked");
    }
    assertThat(data.resolve("unpacked")).isEmptyDirectory();
  }

  @Test
  void endsQuietlyWhenItIsAskedToWhileItStarts() throws IOException, InterruptedException {
    boolean hadStarted = true;
    for (int attempt = 0; hadStarted && attempt < 10; attempt++) {
      Path data = home.resolve("data" + attempt);
      Process server =
          winnow.process(serve("--port", "0", "--set", "data.directory=" + data)).start();
      while (Files.notExists(data.resolve("lock")) && !server.waitFor(5, TimeUnit.MILLISECONDS)) {}
      // Other than that of the process, it leaves the streams open.
      assertThat(server.toHandle().destroy()).isTrue();

      List<String> said = server.errorReader().lines().toList();
      assertThat(said).noneMatch(line -> line.startsWith("winnow:"));
      assertThat(server.waitFor()).isEqualTo(143);
      hadStarted = said.stream().anyMatch(line -> LISTENING.matcher(line).find());
    }
    assertThat(hadStarted).isFalse();
  }

  @Test
  void saysWhichPortIsTakenAndWhichKeySetsIt() throws IOException {
    Process first = winnow.process(serve("--port", "0")).start();
    try {
      int port = URI.create(address(first)).getPort();
      Outcome second =
          winnow.run(
              serve("--port", String.valueOf(port), "--set", "data.directory=" + home + "/other"));

      assertThat(second.exitCode()).isEqualTo(69);
      assertThat(second.stderr())
          .contains("cannot listen on port " + port + " of 127.0.0.1 (server.port, server.host)");
    } finally {
      first.destroy();
    }
  }

  @Test
  void saysWhatIsWrongWithTheConfiguration() {
    assertThat(winnow.run("config", "--set", "server.prot=1"))
        .isEqualTo(
            new Outcome(
                78,
                "",
                """
                winnow: the key 'server.prot' (command line) is unknown; did you mean server.port?
                winnow: correct it; 'winnow config --reference' tells what each key takes
                """));
  }

  @Test
  void printsAUnitForItsDirectory() {
    assertThat(winnow.run("service", "--data", home.resolve("a b").toString()).stdout())
        .contains(
            "\nExecStart=%1$s/winnow serve \"--data=%1$s/a b\"\n".formatted(home),
            "\nReadWritePaths=\"%s/a b\"\n".formatted(home),
            "\nProtectSystem=strict\n");
  }
}
