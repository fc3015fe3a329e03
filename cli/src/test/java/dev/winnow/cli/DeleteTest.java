package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.console.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeleteTest {
  private static final String DELETIONS = "/api/v1/deletions";
  private static final String NOTHING =
      "{\"records\":0,\"bytes\":0,\"earliest\":null,\"latest\":null,\"services\":[]}";
  private static final String PREVIEW =
      """
      {"records":12,"bytes":9,"earliest":"2026-11-21T10:00:00.000000000Z",
      "latest":"2026-11-21T11:00:00.000000000Z",
      "services":[{"service":"shop\\u001bs","records":11},{"service":"","records":1}]}
      """;
  private static final String SHOWN =
      """
      12 records would be deleted
        from the minute of 2026-11-21T10:00:00.000000000Z to that of 2026-11-21T11:00:00.000000000Z
        11 of shop s
        1 of no service
      """;

  private final AnsweringServer server;

  DeleteTest() throws IOException {
    server = new AnsweringServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Invocation delete(String... options) {
    return delete("", Terminal.NONE, options);
  }

  private Invocation delete(String typed, Terminal terminal, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "delete",
                "body contains \"hunter2\"",
                "--from",
                "2026-11-21",
                "--to",
                "2026-11-22",
                "--reason",
                "leak",
                "--url",
                server.url()));
    arguments.addAll(List.of(options));
    return Invocation.withInput(
        typed.getBytes(StandardCharsets.UTF_8), terminal, arguments.toArray(String[]::new));
  }

  private static String deletion(String state, String records, String failure) {
    return "{\"id\":\"d1\",\"state\":\"%s\",\"records\":%s,\"failure\":%s}"
        .formatted(state, records, failure);
  }

  private static String wish(boolean isDry) {
    return "{\"where\":\"body contains \\\"hunter2\\\"\",\"from\":\"2026-11-21T00:00:00Z\","
        + "\"to\":\"2026-11-22T00:00:00Z\",\"reason\":\"leak\",\"dry_run\":"
        + isDry
        + "}";
  }

  @Test
  void showsWhatWouldGo() {
    server.answering(200, PREVIEW);
    Invocation shown = delete("--dry-run");
    assertThat(shown.out()).isEqualTo(SHOWN);
    assertThat(shown.exitCode()).isZero();
    assertThat(server.questions()).containsExactly(DELETIONS);
    assertThat(server.bodies()).containsExactly(wish(true));
  }

  @Test
  void deletesAndWaitsForTheEnd() {
    server
        .answering(202, deletion("running", "null", "null"))
        .answering(200, deletion("running", "12", "null"))
        .answering(200, deletion("done", "12", "null"));
    Invocation deleted = delete("--yes");
    assertThat(deleted.out()).isEqualTo("deleted 12 records; deletion d1\n");
    assertThat(deleted.exitCode()).isZero();
    assertThat(server.questions()).containsExactly(DELETIONS, DELETIONS + "/d1", DELETIONS + "/d1");
    assertThat(server.bodies()).startsWith(wish(false));
  }

  @Test
  void asksWhoeverWatches() {
    Terminal watched = new Terminal(100, false, true, true);
    server
        .answering(200, PREVIEW)
        .answering(202, deletion("done", "12", "null"))
        .answering(200, PREVIEW)
        .answering(200, PREVIEW);
    assertThat(delete("yes\n", watched).out()).endsWith("deleted 12 records; deletion d1\n");
    for (String other : List.of("no\n", "")) {
      Invocation refused = delete(other, watched);
      assertThat(refused.out()).isEqualTo(SHOWN);
      assertThat(refused.err()).endsWith("winnow: nothing is deleted\n");
      assertThat(refused.exitCode()).isZero();
    }
    assertThat(server.bodies()).hasSize(4);
  }

  @Test
  void deletesNothingWhereNobodyCanBeAsked() {
    Invocation refused = delete();
    assertThat(refused.err()).contains("nobody can be asked here; say --yes");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(server.questions()).isEmpty();
  }

  @Test
  void hasNothingToDoWithoutRecords() {
    server.answering(200, NOTHING);
    Invocation done = delete("", new Terminal(100, false, true, true));
    assertThat(done.out()).isEqualTo("0 records would be deleted\n");
    assertThat(done.exitCode()).isZero();
    assertThat(server.questions()).hasSize(1);
  }

  @Test
  void tellsOfAFailure() {
    server.answering(202, deletion("failed", "null", "\"storage_unavailable\""));
    Invocation failed = delete("--yes");
    assertThat(failed.err())
        .isEqualTo("winnow: deletion d1 has failed: storage_unavailable; ask for it again\n");
    assertThat(failed.exitCode()).isEqualTo(69);
  }

  @Test
  void refusesWhatIsNotSaidOrWrong() {
    for (String[] wrong :
        new String[][] {
          {"delete", "--from", "1d", "--to", "now", "--reason", "x", "--yes"},
          {"delete", "a = 1", "--to", "now", "--reason", "x", "--yes"},
          {"delete", "a = 1", "--from", "1d", "--reason", "x", "--yes"},
          {"delete", "a = 1", "--from", "1d", "--to", "now", "--yes"},
          {"delete", "a =", "--from", "1d", "--to", "now", "--reason", "x", "--yes"},
          {"delete", "a = 1", "--from", "soon", "--to", "now", "--reason", "x", "--yes"}
        }) {
      assertThat(Invocation.of(wrong).exitCode()).as(String.join(" ", wrong)).isEqualTo(1);
    }
  }
}
