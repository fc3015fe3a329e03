package dev.winnow.cli.mine;

import java.util.ArrayList;
import java.util.List;

/** Ids in the order in which they were added, eight bytes each. */
final class TemplateIds {
  private static final int CHUNK = 1 << 16;

  private final List<long[]> chunks = new ArrayList<>();
  private long size;

  void add(long id) {
    int offset = (int) (size % CHUNK);
    if (offset == 0) {
      chunks.add(new long[CHUNK]);
    }
    chunks.getLast()[offset] = id;
    size++;
  }

  long size() {
    return size;
  }

  long get(long index) {
    return chunks.get((int) (index / CHUNK))[(int) (index % CHUNK)];
  }
}
