package dev.winnow.kernel.severity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** A table of names, each with a small number, that is searched without allocating. */
final class NameTable {
  /*
   * A trie over UTF-8 in arrays: a node is the edge that leads to it, with its first child and its
   * next sibling; children of the root are found by their byte. ASCII letters are folded while
   * searching. Other letters have no fold in here, since that would need the case tables of a
   * run-time: their names are entered in lower, upper and title case. A search costs the length of
   * the text times a few siblings and stops at the first byte that no name continues with.
   */

  /** The entry of a text that is no name. */
  static final int UNKNOWN = -1;

  private static final int ROOT = 0;
  private static final int NONE = -1;

  /** Marks the entry of a name that means a level within a body, too. */
  private static final int WORD = 0x40;

  private final int[] rootChild = new int[256];
  private byte[] label = new byte[256];
  private int[] firstChild = new int[256];
  private int[] nextSibling = new int[256];
  private byte[] entry = new byte[256];
  private int size = 1;

  NameTable() {
    Arrays.fill(rootChild, NONE);
    Arrays.fill(entry, (byte) UNKNOWN);
    firstChild[ROOT] = NONE;
  }

  /** The number of an entry that is not {@link #UNKNOWN}. */
  static int number(int entry) {
    return entry & ~WORD;
  }

  static boolean isWord(int entry) {
    return entry != UNKNOWN && (entry & WORD) != 0;
  }

  /** The entry of a text whose decoration does not matter; that of the empty text is 0. */
  int find(byte[] in, int from, int to) {
    int node = ROOT;
    for (int i = from; i < to && node != NONE; i++) {
      node = isDecoration(in[i]) ? node : child(node, fold(in[i]));
    }
    return entryOf(node);
  }

  /** As {@link #find(byte[], int, int)} for a string. */
  int find(String text) {
    int node = ROOT;
    for (int i = 0; i < text.length() && node != NONE; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        node = isDecoration((byte) c) ? node : child(node, fold((byte) c));
      } else if (c < 0x800) {
        node = child(child(node, (byte) (0xc0 | (c >> 6))), continuation(c));
      } else {
        node = child(child(node, (byte) (0xe0 | (c >> 12))), continuation(c >> 6));
        node = child(node, continuation(c));
      }
    }
    return entryOf(node);
  }

  /** The entry of a text that must be a name as it stands, but for case. */
  int findExact(byte[] in, int from, int to) {
    int node = ROOT;
    for (int i = from; i < to && node != NONE; i++) {
      node = child(node, fold(in[i]));
    }
    return node == ROOT ? UNKNOWN : entryOf(node);
  }

  /** Enters a name in lower case, and where it is not ASCII in upper and title case. */
  void put(String name, int number, boolean isWord) {
    int value = isWord ? number | WORD : number;
    enter(name, value);
    String upper = name.toUpperCase(Locale.ROOT);
    enter(upper, value);
    enter(upper.substring(0, 1) + name.substring(1), value);
  }

  private void enter(String name, int value) {
    int node = ROOT;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      int next = child(node, fold(b));
      node = next == NONE ? append(node, fold(b)) : next;
    }
    entry[node] = (byte) value;
  }

  private int append(int parent, byte b) {
    if (size == label.length) {
      int old = size;
      label = Arrays.copyOf(label, 2 * old);
      firstChild = Arrays.copyOf(firstChild, 2 * old);
      nextSibling = Arrays.copyOf(nextSibling, 2 * old);
      entry = Arrays.copyOf(entry, 2 * old);
      Arrays.fill(entry, old, 2 * old, (byte) UNKNOWN);
    }
    int node = size++;
    label[node] = b;
    firstChild[node] = NONE;
    nextSibling[node] = firstChild[parent];
    firstChild[parent] = node;
    if (parent == ROOT) {
      rootChild[b & 0xff] = node;
    }
    return node;
  }

  private int child(int node, byte b) {
    if (node <= ROOT) {
      return node == ROOT ? rootChild[b & 0xff] : NONE;
    }
    int child = firstChild[node];
    while (child != NONE && label[child] != b) {
      child = nextSibling[child];
    }
    return child;
  }

  private int entryOf(int node) {
    return node == NONE ? UNKNOWN : node == ROOT ? 0 : entry[node];
  }

  private static byte continuation(int bits) {
    return (byte) (0x80 | (bits & 0x3f));
  }

  private static byte fold(byte b) {
    return b >= 'A' && b <= 'Z' ? (byte) (b | 0x20) : b;
  }

  private static boolean isDecoration(byte b) {
    return switch (b) {
      case ' ', '\t', '\r', '\n', '[', ']', '(', ')', '"', '\'', '|', ':', '!' -> true;
      default -> false;
    };
  }
}
