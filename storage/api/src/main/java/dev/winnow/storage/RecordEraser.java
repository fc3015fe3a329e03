package dev.winnow.storage;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Erases records for good, such as those that hold a secret. */
public interface RecordEraser {
  /**
   * What an erasure has found before it begins.
   *
   * @param lastOf the templates, as known when the records arrived, that nothing else was counted
   *     for
   */
  record Found(long records, Set<Long> lastOf) {
    public Found {
      lastOf = Set.copyOf(lastOf);
    }
  }

  /**
   * The records that an erasure is about, by service; what was counted and not kept is not among
   * them. What takes longer than a question may ends with {@code query_timeout}.
   */
  List<Count> preview(Erasure erasure);

  /**
   * Erases records, what they added to the counts, the texts of their templates that nothing else
   * was counted for, and every copy of them that the store keeps. Other records and the ledger stay
   * as they are. Returns when nothing of the records is in a file any more, however long that
   * takes; questions that read them end well.
   *
   * <p>If this fails or the process ends, some may be erased and the others are there; to erase the
   * same again erases the rest.
   *
   * @param found told what there is before any of it goes
   * @throws dev.winnow.kernel.WinnowException {@code storage_unavailable} if it may succeed later,
   *     {@code storage_corrupt} if what is left could not be told to be the same
   */
  void erase(Erasure erasure, Consumer<Found> found);
}
