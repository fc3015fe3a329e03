package dev.winnow.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.winnow.bench.traffic.Traffic;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadTest {
  private static final Traffic TRAFFIC = new Traffic(new Traffic.Shape(5, 20, 3, true));

  private final Map<String, Integer> received = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void sendsEachRequestOnce() throws Exception {
    Outcome outcome = send(this::take);

    assertThat(outcome.acknowledged())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 10).mapToObj(Long::valueOf).toList());
    assertThat(received).hasSize(10).allSatisfy((batch, times) -> assertThat(times).isEqualTo(1));
    assertThat(outcome.latencies().total()).isEqualTo(10);
  }

  @Test
  void sendsAgainWhatAnOverloadedServerDidNotTake() throws Exception {
    Outcome outcome =
        send(exchange -> {
          if (asked.getAndIncrement() % 2 == 0) {
            exchange.getResponseHeaders().set("Retry-After", "0");
            answer(exchange, 503);
          } else {
            take(exchange);
          }
        });

    assertThat(outcome.acknowledged()).hasSize(10);
    assertThat(outcome.retries()).isPositive();
    assertThat(received).hasSize(10);
  }

  @Test
  void tellsWhatWasRefusedFromWhatWasNotAnswered() throws Exception {
    Outcome outcome =
        send(exchange -> {
          switch (asked.getAndIncrement()) {
            case 3 -> answer(exchange, 400);
            case 5 -> exchange.close();
            default -> take(exchange);
          }
        });

    assertThat(outcome.acknowledged()).hasSize(8);
    assertThat(outcome.refusals()).containsExactly("400");
    assertThat(outcome.unanswered()).hasSize(1);
  }

  private Outcome send(Exchange server) throws IOException, InterruptedException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/v1/logs", server::handle);
    http.start();
    Target target = new Target("127.0.0.1", http.getAddress().getPort(), "");
    Plan plan = new Plan(0, 10, TimeUnit.HOURS.toNanos(1), 1, 0, 0, 1000);
    try (Links links = new Links(target, Links.Protocol.HTTP, 1)) {
      return new Load(TRAFFIC, plan, links).run();
    } finally {
      http.stop(0);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    ExportLogsServiceRequest request =
        ExportLogsServiceRequest.parseFrom(exchange.getRequestBody().readAllBytes());
    request.getResourceLogs(0).getScopeLogs(0).getLogRecords(0).getAttributesList().stream()
        .filter(attribute -> attribute.getKey().equals("bench.batch"))
        .forEach(batch -> received.merge(batch.getValue().getStringValue(), 1, Integer::sum));
    answer(exchange, 200);
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private interface Exchange {
    void handle(HttpExchange exchange) throws IOException;
  }
}
