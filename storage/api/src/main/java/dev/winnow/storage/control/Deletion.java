package dev.winnow.storage.control;

import dev.winnow.storage.TimeSpan;
import dev.winnow.storage.control.AuditEntry.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That somebody has records deleted, and what came of it. The condition that these meet is not part
 * of it, as it may name the very secret that is to go; see {@link DeletionStore#condition}.
 *
 * @param tenantId whose records they are
 * @param reason why, in the words of whoever asked
 * @param span when the records happened
 * @param fields what the condition is about
 * @param lastCommit the last commit whose records are meant
 * @param records how many there were when the deletion began; null before
 * @param ended when it ended, well or not; null before
 * @param failure the code of the error that it ended with; null without one
 */
public record Deletion(
    String id,
    String tenantId,
    Actor actor,
    Instant requested,
    String reason,
    TimeSpan span,
    List<String> fields,
    long lastCommit,
    @Nullable Long records,
    @Nullable Instant ended,
    @Nullable String failure) {
  /** How far a deletion is. */
  public enum State {
    /** It waits for its turn, or is at work; also after the process has ended. */
    RUNNING,
    /** The records are gone. */
    DONE,
    /** It was given up; some of the records may be gone. */
    FAILED
  }

  public Deletion {
    Valid.id("id", id);
    Valid.id("tenant_id", tenantId);
    requested = Valid.time("requested", requested);
    Valid.name("reason", reason);
    fields = List.copyOf(fields);
    ended = ended == null ? null : Valid.time("ended", ended);
    if (failure != null) {
      Valid.id("failure", failure);
    }
  }

  public State state() {
    if (ended == null) {
      return State.RUNNING;
    }
    return failure == null ? State.DONE : State.FAILED;
  }

  /** This deletion, which has found so many records, unless it knew a number already. */
  public Deletion withRecords(long found) {
    return records == null ? with(found, ended, failure) : this;
  }

  /**
   * This deletion, which has ended.
   *
   * @param code of the error that it ended with; null without one
   */
  public Deletion ended(Instant when, @Nullable String code) {
    return with(records, when, code);
  }

  private Deletion with(@Nullable Long found, @Nullable Instant when, @Nullable String code) {
    return new Deletion(
        id, tenantId, actor, requested, reason, span, fields, lastCommit, found, when, code);
  }
}
