package dev.winnow.cli.client;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events that a server sends (WHATWG HTML, section 9.2). A server that says nothing for
 * too long, not even that it is there, is taken for gone.
 */
public final class EventReader implements AutoCloseable {
  /** More than a server shows of one record. */
  private static final int LONGEST_LINE_BYTES = 64 << 20;

  private static final String ID = "id: ";
  private static final String DATA = "data: ";

  private final InputStream in;
  private final Duration patience;
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Whether anything came since somebody last asked. */
  private final AtomicBoolean hasNews = new AtomicBoolean(true);

  private String id = "";

  /**
   * Reads what a stream brings.
   *
   * @param patience how long nothing may come
   */
  EventReader(InputStream in, Duration patience) {
    this.in = new BufferedInputStream(in);
    this.patience = patience;
    Thread.ofVirtual().start(() -> closeWhenSilent(in));
  }

  /** What waits for the stream is told by its end, as a connection that is half open never ends. */
  private void closeWhenSilent(InputStream connection) {
    try {
      boolean isClosed = false;
      while (!isClosed && hasNews.getAndSet(false)) {
        isClosed = closed.await(patience.toNanos(), TimeUnit.NANOSECONDS);
      }
      connection.close();
    } catch (InterruptedException | IOException end) {
      // The reader finds the same.
    }
  }

  /** The data of the next event; null if there are no more. */
  public @Nullable String next() throws IOException {
    String data = null;
    String nextId = id;
    for (String line = line(); line != null; line = line()) {
      if (line.startsWith(ID)) {
        nextId = line.substring(ID.length());
      } else if (line.startsWith(DATA)) {
        data = line.substring(DATA.length());
      } else if (line.isEmpty()) {
        id = nextId;
        if (data != null) {
          return data;
        }
      }
    }
    return null;
  }

  /** The id of the last event that came whole, with data or without: where to go on later. */
  public String id() {
    return id;
  }

  private @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return null;
      }
      if (line.size() == LONGEST_LINE_BYTES) {
        throw new WinnowException(
            ErrorCode.ANSWER_TOO_LARGE, "an event has more than " + LONGEST_LINE_BYTES + " bytes");
      }
      line.write(next);
    }
    hasNews.set(true);
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    in.close();
  }
}
