package dev.winnow.kernel.severity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** A table of names, each with a small number, that is searched without allocating. */
final class NameTable {
  /*
   * A trie over UTF-8, whose edges are in one hash table with linear probing: an edge is the node
   * that it leaves and its byte, and leads to the node whose number is beside it. ASCII letters are
   * folded while searching. Other letters have no fold in here, since that would need the case
   * tables of a run-time: their names are entered in lower, upper and title case. A search costs
   * about one probe a byte and stops at the first byte that no name continues with, which in most
   * words is the second or third.
   */

  /** The entry of a text that is no name. */
  static final int UNKNOWN = -1;

  private static final int NONE = 0;
  private static final int ROOT = 1;

  /** Marks the entry of a name that means a level within a body, too. */
  private static final int WORD = 0x40;

  /** 2^32 divided by the golden ratio: products with it differ most in their upper bits. */
  private static final int GOLDEN = 0x9e3779b9;

  private int bits = 8;
  private int[] edges = new int[1 << bits];
  private int[] targets = new int[1 << bits];
  private byte[] entry = new byte[1 << bits];
  private int nodes = ROOT + 1;

  NameTable() {
    Arrays.fill(entry, (byte) UNKNOWN);
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
    if (2 * nodes > edges.length) {
      grow();
    }
    int node = nodes++;
    put(edge(parent, b), node);
    return node;
  }

  private void grow() {
    int[] oldEdges = edges;
    int[] oldTargets = targets;
    int old = entry.length;
    bits++;
    edges = new int[1 << bits];
    targets = new int[1 << bits];
    entry = Arrays.copyOf(entry, 1 << bits);
    Arrays.fill(entry, old, entry.length, (byte) UNKNOWN);
    for (int i = 0; i < old; i++) {
      if (oldEdges[i] != 0) {
        put(oldEdges[i], oldTargets[i]);
      }
    }
  }

  private void put(int edge, int target) {
    int at = place(edge);
    edges[at] = edge;
    targets[at] = target;
  }

  /** The node that an edge leads to; none where there is no such edge, and from no node. */
  private int child(int node, byte b) {
    return targets[place(edge(node, b))];
  }

  /** The place of an edge, or the free place, which leads to no node, where it would be. */
  private int place(int edge) {
    int at = (edge * GOLDEN) >>> (Integer.SIZE - bits);
    while (edges[at] != edge && edges[at] != 0) {
      at = (at + 1) & (edges.length - 1);
    }
    return at;
  }

  /** Not 0, which is a free place. */
  private static int edge(int node, byte b) {
    return node << Byte.SIZE | (b & 0xff);
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
