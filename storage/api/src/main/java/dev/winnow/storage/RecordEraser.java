package dev.winnow.storage;

import java.util.List;
import java.util.function.LongConsumer;

/** Erases records for good, such as those that hold a secret. */
public interface RecordEraser {
  /**
   * The records that an erasure is about, by service; what was counted and not kept is not among
   * them. What takes longer than a question may ends with {@code query_timeout}.
   */
  List<Count> preview(Erasure erasure);

  /**
   * Erases records, what they added to the counts, and every copy of them that the store keeps.
   * Other records, the ledger and what was learned stay as they are. Returns when nothing of the
   * records is in a file any more, however long that takes; questions that read them end well.
   *
   * <p>If this fails or the process ends, some may be erased and the others are there; to erase the
   * same again erases the rest.
   *
   * @param found told how many there are before any of them goes
   * @throws dev.winnow.kernel.WinnowException {@code storage_unavailable} if it may succeed later,
   *     {@code storage_corrupt} if what is left could not be told to be the same
   */
  void erase(Erasure erasure, LongConsumer found);
}
