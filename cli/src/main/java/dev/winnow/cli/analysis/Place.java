package dev.winnow.cli.analysis;

/**
 * Where a record begins: in which input, in which of its blocks, and in which line of that. Places
 * are ordered as their records are read.
 */
record Place(int input, int block, long line) implements Comparable<Place> {
  @Override
  public int compareTo(Place other) {
    int byInput = Integer.compare(input, other.input);
    int byBlock = byInput == 0 ? Integer.compare(block, other.block) : byInput;
    return byBlock == 0 ? Long.compare(line, other.line) : byBlock;
  }
}
