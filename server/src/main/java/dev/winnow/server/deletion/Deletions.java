package dev.winnow.server.deletion;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.server.request.Timestamps;
import dev.winnow.server.usage.Touched;
import dev.winnow.storage.Count;
import dev.winnow.storage.Erasure;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.RecordEraser.Found;
import dev.winnow.storage.Selection;
import dev.winnow.storage.control.AuditEntry;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.AuditLog;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.Deletion;
import dev.winnow.storage.control.DeletionStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Deletes records for good, one deletion after the other. Each is audited when it begins and ends.
 */
public final class Deletions implements AutoCloseable {
  /*
   * What is to be done is kept before it is begun, so whatever ends the process, a deletion goes on
   * at the next start: erasing again what is gone already does no harm. How many records there were
   * is kept before the first one goes, as nobody could count them afterwards.
   */
  private static final Logger LOGGER = System.getLogger(Deletions.class.getName());

  /** How much is told of what a condition is about. */
  private static final int MOST_FIELDS = 10;

  private static final int MOST_CHARACTERS = 100;

  private final LogStore store;
  private final BiConsumer<String, Set<Long>> forgetTemplates;
  private final DeletionStore deletions;
  private final AuditLog auditLog;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("deletions").factory());
  private volatile boolean isEnding;

  /**
   * Deletions from a store.
   *
   * @param forgetTemplates lets go of what was learned of templates of a tenant
   * @param control where they are kept
   * @param random draws ids
   */
  public Deletions(
      LogStore store,
      BiConsumer<String, Set<Long>> forgetTemplates,
      ControlStore control,
      InstantSource clock,
      RandomGenerator random) {
    this.store = store;
    this.forgetTemplates = forgetTemplates;
    this.deletions = control.deletions();
    this.auditLog = control.auditLog();
    this.clock = clock;
    this.random = random;
  }

  /** Goes on with what an earlier process has not finished. */
  public void resume() {
    deletions.running().forEach(this::enqueue);
  }

  /** The records that would go, by service. */
  public List<Count> preview(Selection selection) {
    return store.recordEraser().preview(upToNow(selection));
  }

  private Erasure upToNow(Selection selection) {
    return new Erasure(selection, store.commitSignal().last());
  }

  /**
   * Has records deleted that are stored by now.
   *
   * @param selection which; by time and condition
   * @throws WinnowException if too many deletions wait ({@code OVERLOADED}), or the reason is none
   *     ({@code INVALID_VALUE})
   */
  public Deletion request(Actor by, Selection selection, String reason) {
    Deletion deletion =
        new Deletion(
            HexFormat.of().toHexDigits(random.nextLong()),
            selection.tenantId(),
            by,
            clock.instant(),
            reason,
            selection.time(),
            fields(selection),
            upToNow(selection).lastCommit(),
            null,
            null,
            null);
    deletions.add(deletion, selection.where().toJson());
    try {
      auditRequest(deletion);
    } catch (WinnowException failed) {
      deletions.replace(deletion.ended(clock.instant(), failed.code().code()));
      throw failed;
    }
    enqueue(deletion);
    return deletion;
  }

  private static List<String> fields(Selection selection) {
    return Touched.by(selection).fields().stream()
        .limit(MOST_FIELDS)
        .map(name -> name.length() > MOST_CHARACTERS ? name.substring(0, MOST_CHARACTERS) : name)
        .toList();
  }

  /** The deletions of a tenant, those that were asked for last first. */
  public List<Deletion> list(String tenantId) {
    return deletions.list(tenantId);
  }

  /**
   * The deletion of an id.
   *
   * @throws WinnowException if there is none ({@code NOT_FOUND})
   */
  public Deletion find(String tenantId, String id) {
    return deletions
        .find(tenantId, id)
        .orElseThrow(() -> new WinnowException(ErrorCode.NOT_FOUND, "there is no deletion " + id));
  }

  private void enqueue(Deletion deletion) {
    thread.execute(() -> run(deletion));
  }

  private void run(Deletion deletion) {
    if (isEnding) {
      return;
    }
    try {
      erase(deletion);
      end(deletion, null);
    } catch (WinnowException failed) {
      giveUp(deletion, failed.code(), failed);
    } catch (RuntimeException | Error fault) {
      giveUp(deletion, ErrorCode.INTERNAL_ERROR, fault);
    }
  }

  private void erase(Deletion deletion) {
    String condition = deletions.condition(deletion.id()).orElseThrow();
    Selection selection =
        Selection.all(deletion.tenantId())
            .during(deletion.span())
            .where(Predicate.parse(condition));
    store
        .recordEraser()
        .erase(new Erasure(selection, deletion.lastCommit()), found -> begin(deletion, found));
  }

  private void begin(Deletion deletion, Found found) {
    deletions.replace(known(deletion).withRecords(found.records()));
    forgetTemplates.accept(deletion.tenantId(), found.lastOf());
  }

  /** What is kept of a deletion by now. */
  private Deletion known(Deletion deletion) {
    return find(deletion.tenantId(), deletion.id());
  }

  /** A deletion that the end of the process cuts short goes on at the next start. */
  private void giveUp(Deletion deletion, ErrorCode code, Throwable failure) {
    if (isEnding) {
      return;
    }
    LOGGER.log(Level.WARNING, "deletion " + deletion.id() + " has failed", failure);
    try {
      end(deletion, code.code());
    } catch (WinnowException another) {
      LOGGER.log(
          Level.WARNING, "deletion " + deletion.id() + " goes on at the next start", another);
    }
  }

  private void end(Deletion deletion, @Nullable String failure) {
    Deletion ended = known(deletion).ended(clock.instant(), failure);
    auditEnd(ended);
    deletions.replace(ended);
  }

  private void auditRequest(Deletion deletion) {
    audit(
        deletion,
        "deletion.request",
        json -> {
          json.key("reason").value(deletion.reason());
          json.key("from").value(Timestamps.text(Timestamps.of(deletion.span().from())));
          json.key("to").value(Timestamps.text(Timestamps.of(deletion.span().to())));
          json.key("fields").beginArray();
          deletion.fields().forEach(json::value);
          json.endArray();
        });
  }

  private void auditEnd(Deletion deletion) {
    audit(
        deletion,
        "deletion.end",
        json -> {
          Long records = deletion.records();
          if (records != null) {
            json.key("records").value(records);
          }
          String failure = deletion.failure();
          if (failure != null) {
            json.key("failure").value(failure);
          }
        });
  }

  private void audit(Deletion deletion, String action, Consumer<JsonWriter> members) {
    StringBuilder details = new StringBuilder();
    JsonWriter json = new JsonWriter(details).beginObject();
    members.accept(json);
    json.endObject();
    auditLog.append(
        new AuditEntry(
            clock.instant(),
            deletion.tenantId(),
            deletion.actor(),
            action,
            deletion.id(),
            details.toString()));
  }

  /** Leaves what is not finished to the next start. */
  @Override
  public void close() {
    isEnding = true;
    thread.shutdownNow();
    thread.close();
  }
}
