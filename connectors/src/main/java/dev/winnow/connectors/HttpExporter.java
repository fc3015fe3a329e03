package dev.winnow.connectors;

import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.LogRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests over HTTP, one at a time. What a receiver may take later is sent again, with the
 * same {@code Idempotency-Key}, after the pause that it asks for.
 */
final class HttpExporter implements Exporter {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

  /** What the OpenTelemetry protocol says may be sent again; others keep to the same. */
  private static final Set<Integer> RETRYABLE = Set.of(429, 502, 503, 504);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private static final int SHOWN_CHARACTERS = 200;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
  private final CountDownLatch givenUp = new CountDownLatch(1);
  private final URI address;
  private final WireFormat format;
  private final String authorization;
  private final Duration patience;
  private volatile Tally tally = Tally.NONE;

  /**
   * An exporter.
   *
   * @param token for {@code Authorization: Bearer}; empty for none
   * @param patience how long the same request is sent again and again
   */
  HttpExporter(URI address, WireFormat format, String token, Duration patience) {
    this.address = address;
    this.format = format;
    this.authorization = token.isEmpty() ? "" : "Bearer " + token;
    this.patience = patience;
  }

  /** What came of one attempt: a pause after which to try again, or that it is over. */
  private record Attempt(boolean isOver, Duration pause, String problem) {
    static final Attempt DONE = new Attempt(true, Duration.ZERO, "");

    static Attempt refused(String reason) {
      return new Attempt(true, Duration.ZERO, reason);
    }

    static Attempt again(Duration pause, String reason) {
      return new Attempt(false, pause, reason);
    }
  }

  @Override
  public void export(List<LogRecord> records) {
    tally = tally.send(records.size());
    HttpRequest request = request(format.encode(records));
    long deadline = System.nanoTime() + patience.toNanos();
    Duration backoff = FIRST_PAUSE;
    Attempt attempt = attempt(request, records.size(), backoff);
    while (!attempt.isOver()
        && System.nanoTime() + attempt.pause().toNanos() < deadline
        && waited(attempt.pause())) {
      backoff = longer(backoff);
      attempt = attempt(request, records.size(), backoff);
    }
    if (!attempt.problem().isEmpty()) {
      tally = tally.refuse(records.size(), attempt.problem());
    }
  }

  private HttpRequest request(byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER_TIMEOUT)
            .header("Content-Type", format.contentType())
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofByteArray(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return request.build();
  }

  private Attempt attempt(HttpRequest request, int records, Duration backoff) {
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      int status = response.statusCode();
      if (status / 100 == 2) {
        note(format.read(response.body()), records);
        return Attempt.DONE;
      }
      String problem = status + " " + excerpt(response.body());
      return RETRYABLE.contains(status)
          ? Attempt.again(pause(response, backoff), problem)
          : Attempt.refused(problem);
    } catch (IOException unreachable) {
      return Attempt.again(backoff, address + " does not answer: " + unreachable.getMessage());
    } catch (WinnowException notUnderstood) {
      return Attempt.refused("an answer that is none: " + notUnderstood.getMessage());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return Attempt.refused("interrupted before it was answered");
    }
  }

  private void note(WireFormat.Answer answer, int records) {
    long refused = Math.clamp(answer.refused(), 0, records);
    tally = tally.accept(records - refused).refuse(refused, answer.reason());
  }

  /** What the receiver asks for, in seconds, but no less than the next of pauses that double. */
  private static Duration pause(HttpResponse<?> response, Duration backoff) {
    String wish = response.headers().firstValue("Retry-After").orElse("");
    boolean isNumber =
        !wish.isEmpty() && wish.length() < 6 && wish.chars().allMatch(Character::isDigit);
    Duration asked = isNumber ? Duration.ofSeconds(Integer.parseInt(wish)) : Duration.ZERO;
    return asked.compareTo(backoff) > 0 ? asked : backoff;
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  /** Waits; false if there is no point in trying again. */
  private boolean waited(Duration pause) {
    try {
      return !givenUp.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String excerpt(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    return text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) : text;
  }

  @Override
  public Tally tally() {
    return tally;
  }

  @Override
  public void giveUp() {
    givenUp.countDown();
  }

  @Override
  public void close() {
    http.close();
  }
}
