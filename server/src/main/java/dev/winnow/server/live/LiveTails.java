package dev.winnow.server.live;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.records.RecordExtent;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.StoredRecord;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Shows records to readers as they are stored. Thread-safe. */
public final class LiveTails implements AutoCloseable {
  /** The readers at a time. */
  static final int MOST = 2_000;

  /** The readers of one tenant at a time. */
  static final int MOST_PER_TENANT = 1_000;

  /** How often the server shows that it is there, and finds out whether the reader is. */
  private static final Duration BEAT = Duration.ofSeconds(15);

  private final LogStore store;
  private final Duration beat;
  private final BiFunction<StoredRecord, RecordExtent, String> json;
  private final LiveMetrics metrics;
  private final Map<String, Audience> audiences = new HashMap<>();
  private final Set<TailSession> sessions = ConcurrentHashMap.newKeySet();
  private int readers;
  private volatile boolean isClosed;

  /** The readers of one tenant, and what reads the store for them. */
  private static final class Audience {
    private final Follower follower;
    private int readers;

    private Audience(Follower follower) {
      this.follower = follower;
    }
  }

  /**
   * Nobody watches yet.
   *
   * @param json a record as answers give it to an extent, as JSON
   */
  public LiveTails(
      LogStore store, BiFunction<StoredRecord, RecordExtent, String> json, MeterRegistry metrics) {
    this(store, json, metrics, BEAT);
  }

  LiveTails(
      LogStore store,
      BiFunction<StoredRecord, RecordExtent, String> json,
      MeterRegistry metrics,
      Duration beat) {
    this.store = store;
    this.beat = beat;
    this.json = json;
    this.metrics = new LiveMetrics(metrics);
  }

  /**
   * Answers a request with server-sent events, until its reader or this is closed.
   *
   * @throws WinnowException {@code overloaded}, {@code shutting_down} or {@code invalid_cursor} if
   *     it cannot be
   */
  public void sendEvents(TailRequest wish, HttpServerRequest request) {
    show(wish, () -> new EventStream(request));
  }

  /** Shows a reader what it wants, by a connection that is made once it is admitted. */
  void show(TailRequest wish, Supplier<Wire> wire) {
    Follower follower = enter(wish);
    begin(wish, follower, wire.get());
  }

  /**
   * Makes a WebSocket of a connection, which lasts until its reader or this is closed.
   *
   * @throws WinnowException as {@link #sendEvents} does
   */
  public void openWebSocket(TailRequest wish, HttpServerRequest request) {
    Follower follower = enter(wish);
    request
        .toWebSocket()
        .onSuccess(socket -> begin(wish, follower, new WebSocketWire(socket, request.connection())))
        .onFailure(_ -> leave(wish.tenantId()));
    request.resume();
  }

  private synchronized Follower enter(TailRequest wish) {
    if (isClosed) {
      throw closing();
    }
    RecordId after = wish.after();
    if (after != null && after.sequence() > store.commitSignal().last()) {
      throw new WinnowException(
          ErrorCode.INVALID_CURSOR, "nothing was stored yet where the cursor points to");
    }
    Audience audience = audiences.get(wish.tenantId());
    if (readers == MOST || (audience != null && audience.readers == MOST_PER_TENANT)) {
      metrics.refused();
      throw new WinnowException(
          ErrorCode.OVERLOADED,
          "there are %d tails, as many as are shown at a time".formatted(readers));
    }
    if (audience == null) {
      audience = new Audience(new Follower(wish.tenantId(), store, json));
      audiences.put(wish.tenantId(), audience);
    }
    readers++;
    audience.readers++;
    metrics.opened();
    return audience.follower;
  }

  private void begin(TailRequest wish, Follower follower, Wire wire) {
    TailSession session = new TailSession(wish, follower, metrics, wire, beat);
    sessions.add(session);
    if (isClosed) {
      session.end(closing());
    }
    Thread.ofVirtual()
        .name("winnow-tail")
        .start(() -> {
          try {
            session.run();
          } finally {
            sessions.remove(session);
            leave(wish.tenantId());
          }
        });
  }

  private synchronized void leave(String tenantId) {
    Audience audience = audiences.get(tenantId);
    if (audience != null) {
      audience.readers--;
      if (audience.readers == 0) {
        audiences.remove(tenantId);
        audience.follower.close();
      }
    }
    readers--;
    metrics.closed();
  }

  private static WinnowException closing() {
    return new WinnowException(ErrorCode.SHUTTING_DOWN, "the server is about to end");
  }

  /** Tells all readers that nothing more comes. */
  @Override
  public void close() {
    isClosed = true;
    sessions.forEach(session -> session.end(closing()));
  }
}
