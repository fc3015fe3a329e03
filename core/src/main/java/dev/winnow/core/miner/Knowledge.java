package dev.winnow.core.miner;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a miner has learned: a value that can be stored, sent, and joined with what others learned.
 *
 * <p>Joining is commutative, associative and idempotent, so nodes may exchange knowledge in any
 * order and as often as they like.
 */
public final class Knowledge {
  private final SortedMap<Long, Shape> shapes;
  private final SortedMap<Long, Long> aliases;

  private Knowledge(SortedMap<Long, Shape> shapes, SortedMap<Long, Long> aliases) {
    this.shapes = shapes;
    this.aliases = aliases;
  }

  static Knowledge of(Collection<Shape> shapes, Map<Long, Long> aliases) {
    TreeMap<Long, Shape> byIdentity = new TreeMap<>();
    shapes.forEach(shape -> byIdentity.merge(shape.identity(), shape, Shape::join));
    return new Knowledge(byIdentity, new TreeMap<>(aliases));
  }

  /** What both know together. */
  public Knowledge join(Knowledge other) {
    TreeMap<Long, Shape> joined = new TreeMap<>(shapes);
    other.shapes.forEach((identity, shape) -> joined.merge(identity, shape, Shape::join));
    TreeMap<Long, Long> joinedAliases = new TreeMap<>(aliases);
    other.aliases.forEach((alias, member) -> joinedAliases.merge(alias, member, Math::min));
    return new Knowledge(joined, joinedAliases);
  }

  /** Parses what {@link #toJson} wrote. */
  public static Knowledge parse(String json) {
    return KnowledgeJson.read(json);
  }

  /** The knowledge as JSON; equal knowledge has equal text. */
  public String toJson() {
    return KnowledgeJson.write(this);
  }

  Collection<Shape> shapes() {
    return List.copyOf(shapes.values());
  }

  /** Earlier template ids, each with the identity of a statement that its template holds by now. */
  Map<Long, Long> aliases() {
    return aliases;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Knowledge other
        && shapes.equals(other.shapes)
        && aliases.equals(other.aliases);
  }

  @Override
  public int hashCode() {
    return 31 * shapes.hashCode() + aliases.hashCode();
  }
}
