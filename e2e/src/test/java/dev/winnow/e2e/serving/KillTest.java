package dev.winnow.e2e.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.e2e.PackagedProgram;
import dev.winnow.kernel.record.Attributes;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there once, whenever the server was killed. */
final class KillTest {
  private static final int KILLS = 4;
  private static final int SENDERS = 6;
  private static final int RECORDS = 50;
  private static final int MOST_ACKNOWLEDGED = 60;
  private static final String PAGE = "/api/logs?limit=10000&order=oldest";

  /** Seeded, so that a failure can be met again; the moments are random by the load itself. */
  private final Random random = new Random(5);

  /** The requests that were answered with success. */
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  /** Those that had no answer. */
  private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

  @TempDir private Path home;

  @Test
  void keepsEachAcknowledgedRequestOnce() {
    PackagedProgram winnow = new PackagedProgram(home).withServer();
    for (int kill = 0; kill < KILLS; kill++) {
      loadAndKill(winnow, "round-" + kill);
    }
    try (RunningServer server = start(winnow)) {
      assertExactlyOnce(server.api());
      unanswered.forEach(request -> send(server, request));
      assertThat(acknowledged).containsAll(unanswered);
      assertExactlyOnce(server.api());
    }
    try (RunningServer server = start(winnow)) {
      assertExactlyOnce(server.api());
    }
  }

  private RunningServer start(PackagedProgram winnow) {
    return RunningServer.start(winnow, home.resolve("data"));
  }

  /** Lets several senders send until the server is killed, after so many answers by chance. */
  private void loadAndKill(PackagedProgram winnow, String round) {
    CountDownLatch answers = new CountDownLatch(1 + random.nextInt(MOST_ACKNOWLEDGED));
    try (RunningServer server = start(winnow);
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> ends = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        String name = round + "-sender-" + sender;
        ends.add(senders.submit(() -> sendUntilKilled(server, name, answers)));
      }
      answers.await();
      server.kill();
      for (Future<?> end : ends) {
        end.get();
      }
    } catch (InterruptedException | ExecutionException failure) {
      throw new AssertionError(failure);
    }
  }

  private void sendUntilKilled(RunningServer server, String sender, CountDownLatch answers) {
    for (int i = 0; ; i++) {
      String request = sender + "-request-" + i;
      try {
        send(server, request);
        answers.countDown();
      } catch (Http.Unanswered killed) {
        unanswered.add(request);
        return;
      }
    }
  }

  /** Sends a request, which is the same one with the same key whenever it is sent. */
  private void send(RunningServer server, String request) {
    boolean isOtlp = request.hashCode() % 2 == 0;
    Answer answer =
        isOtlp
            ? server
                .otlp()
                .post(
                    "/v1/logs",
                    otlp(request),
                    "Content-Type",
                    "application/x-protobuf",
                    "Idempotency-Key",
                    request)
            : server.api().post("/api/logs", lines(request), "Idempotency-Key", request);
    assertThat(answer.status()).describedAs(answer.text()).isEqualTo(200);
    acknowledged.add(request);
  }

  private static byte[] lines(String request) {
    StringBuilder lines = new StringBuilder();
    for (int place = 0; place < RECORDS; place++) {
      lines.append(
          """
          {"message":"place %d of a request","request":"%s","place":%d}
          """
              .formatted(place, request, place));
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] otlp(String request) {
    ExportLogsServiceRequest.Builder message = ExportLogsServiceRequest.newBuilder();
    ScopeLogs.Builder scope = message.addResourceLogsBuilder().addScopeLogsBuilder();
    for (int place = 0; place < RECORDS; place++) {
      LogRecord.Builder record = scope.addLogRecordsBuilder();
      record.getBodyBuilder().setStringValue("place %d of a request".formatted(place));
      record.addAttributesBuilder().setKey("request").getValueBuilder().setStringValue(request);
      record.addAttributesBuilder().setKey("place").getValueBuilder().setIntValue(place);
    }
    return message.build().toByteArray();
  }

  private void assertExactlyOnce(Http api) {
    Map<String, List<Long>> stored = stored(api);
    List<Long> once = IntStream.range(0, RECORDS).mapToObj(Long::valueOf).toList();

    assertThat(stored.keySet()).containsAll(acknowledged);
    assertThat(stored.values()).allSatisfy(places -> assertThat(places).isEqualTo(once));
    assertThat(Accounts.records(api)).isEqualTo((long) stored.size() * RECORDS);
  }

  /** The places of the records of each request, in order. */
  private static Map<String, List<Long>> stored(Http api) {
    Map<String, List<Long>> stored = new HashMap<>();
    String cursor = "";
    do {
      Answer page = api.get(PAGE + "&cursor=" + cursor);
      for (Attributes log : page.list("logs")) {
        stored
            .computeIfAbsent(log.at("attributes.request").text(), first -> new ArrayList<>())
            .add(Long.valueOf(log.at("attributes.place").text()));
      }
      cursor = page.text("next_cursor");
    } while (!cursor.isEmpty());
    stored.values().forEach(places -> places.sort(null));
    return stored;
  }
}
