package dev.winnow.core.miner;

import dev.winnow.core.miner.Slot.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Divides the shapes of one skeleton into groups that are one template each. */
final class Partition {
  /*
   * All shapes of a skeleton agree in their fixed positions. A position where they hold different
   * plain words is either part of the statement (few words: `cache opened`, `cache flushed`) or a
   * variable (many: user names). So: take the position with the fewest different words that is not
   * yet proved to be a variable and divide the shapes by it; when none is left, what remains differs
   * in proved variables only and is one group. This is the partitioning of IPLoM [1], turned around:
   * IPLoM decides by ratios of counts, which change when records come in another order or on another
   * node; here a position is proved by the number of different words alone.
   *
   * Where values or names stand as well, a position is judged once over all shapes of the skeleton:
   * a user may be `-`, `alice` or `u17`, and few of them meet each of the other words.
   *
   * A segment (text in brackets, or behind a colon) is first one position whose symbol is its
   * skeleton: many skeletons prove it a variable as a whole. Where all shapes of a node have the same
   * one, its parts become positions like others.
   *
   * Invariants. (1) The result is a function of the set of shapes: no order, count or time enters.
   * (2) Groups only grow: shapes of one group differ in positions proved within that group; a
   * superset proves at least the same positions, never divides by them, and all other positions are
   * equal within the group, so dividing by those keeps it together. So merging the knowledge of two
   * nodes only merges templates, and ids only gain aliases.
   *
   * Cost: O(n log n x positions x depth) for n shapes, depth at most n; the callers bound the shapes
   * of a skeleton and the positions of a shape.
   *
   * [1] Makanju, Zincir-Heywood, Milios: Clustering Event Logs Using Iterative Partitioning, KDD 2009.
   */

  /**
   * Shapes that are still together, the positions of each, and which of these positions are proved
   * over all shapes of the skeleton.
   */
  private record Node(List<Shape> shapes, List<List<Slot>> views, BitSet proved) {}

  private final int words;
  private final Consumer<List<Shape>> groups;

  private Partition(int words, Consumer<List<Shape>> groups) {
    this.words = words;
    this.groups = groups;
  }

  /** Hands each group to the consumer; the shapes must have the same skeleton. */
  static void divide(List<Shape> shapes, Consumer<List<Shape>> groups) {
    int words = 0;
    List<List<Slot>> views = new ArrayList<>(shapes.size());
    for (Shape shape : shapes) {
      views.add(shape.slots());
      words = Math.max(words, shape.words());
    }
    Partition partition = new Partition(words, groups);
    partition.divide(new Node(shapes, views, partition.proved(views)));
  }

  private BitSet proved(List<List<Slot>> views) {
    BitSet proved = new BitSet();
    for (int position = 0; position < views.get(0).size(); position++) {
      int distinct = distinct(views, position);
      boolean isProved = distinct > 1 && isProved(views, position, distinct);
      proved.set(position, isProved && holdsValues(views, position));
    }
    return proved;
  }

  private static boolean holdsValues(List<List<Slot>> views, int position) {
    for (List<Slot> view : views) {
      Kind kind = view.get(position).kind();
      if (kind == Kind.VALUE || kind == Kind.NAME) {
        return true;
      }
    }
    return false;
  }

  private void divide(Node node) {
    if (node.shapes().size() == 1) {
      groups.accept(node.shapes());
      return;
    }
    int position = dividing(node.views(), node.proved());
    if (position >= 0) {
      for (Node part : parts(node, position)) {
        divide(part);
      }
      return;
    }
    int segment = uniformSegment(node.views());
    if (segment >= 0) {
      divide(new Node(node.shapes(), expanded(node.views(), segment), new BitSet()));
    } else {
      groups.accept(node.shapes());
    }
  }

  /** The position with the fewest different symbols, more than one and not proved; or -1. */
  private int dividing(List<List<Slot>> views, BitSet proved) {
    int best = -1;
    int fewest = Integer.MAX_VALUE;
    for (int position = 0; position < views.get(0).size(); position++) {
      int distinct = distinct(views, position);
      if (distinct > 1
          && distinct < fewest
          && !proved.get(position)
          && !isProved(views, position, distinct)) {
        best = position;
        fewest = distinct;
      }
    }
    return best;
  }

  private static int distinct(List<List<Slot>> views, int position) {
    long first = views.get(0).get(position).symbol();
    boolean equal = true;
    for (List<Slot> view : views) {
      equal &= view.get(position).symbol() == first;
    }
    if (equal) {
      return 1;
    }
    long[] symbols = new long[views.size()];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = views.get(i).get(position).symbol();
    }
    Arrays.sort(symbols);
    int distinct = 1;
    for (int i = 1; i < symbols.length; i++) {
      distinct += symbols[i] != symbols[i - 1] ? 1 : 0;
    }
    return distinct;
  }

  private boolean isProved(List<List<Slot>> views, int position, int distinct) {
    int needed = Integer.MAX_VALUE;
    boolean open = false;
    for (List<Slot> view : views) {
      Kind kind = view.get(position).kind();
      if (kind == Kind.FIXED) {
        return false;
      }
      open |= kind == Kind.VALUE;
      needed = Math.min(needed, Evidence.needed(kind, words));
    }
    return distinct + (open ? Evidence.VALUE_BONUS : 0) >= needed;
  }

  private static int uniformSegment(List<List<Slot>> views) {
    for (int position = 0; position < views.get(0).size(); position++) {
      int at = position;
      long symbol = views.get(0).get(at).symbol();
      if (views.stream()
          .map(view -> view.get(at))
          .allMatch(slot -> slot.kind() == Kind.SEGMENT && slot.symbol() == symbol)) {
        return position;
      }
    }
    return -1;
  }

  private static List<Node> parts(Node node, int position) {
    Map<Long, Node> parts = new TreeMap<>();
    for (int i = 0; i < node.shapes().size(); i++) {
      List<Slot> view = node.views().get(i);
      Node part =
          parts.computeIfAbsent(
              view.get(position).symbol(),
              x -> new Node(new ArrayList<>(), new ArrayList<>(), node.proved()));
      part.shapes().add(node.shapes().get(i));
      part.views().add(view);
    }
    return new ArrayList<>(parts.values());
  }

  private static List<List<Slot>> expanded(List<List<Slot>> views, int segment) {
    List<List<Slot>> expanded = new ArrayList<>(views.size());
    for (List<Slot> view : views) {
      List<Slot> slots = new ArrayList<>(view.subList(0, segment));
      slots.addAll(view.get(segment).parts());
      slots.addAll(view.subList(segment + 1, view.size()));
      expanded.add(slots);
    }
    return expanded;
  }
}
