package dev.winnow.core.miner;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** All statements of one skeleton, and how they divide into templates at present. */
final class Bucket {
  /** Up to so many statements, every new one divides the bucket anew. */
  private static final int ALWAYS_DIVIDED = 32;

  final long skeleton;
  final List<Statement> statements = new ArrayList<>();
  final List<Group> groups = new ArrayList<>();

  /** Whether all positions that are not fixed are open, so that there is one template. */
  boolean isOpen;

  private int dividedAt;

  Bucket(long skeleton) {
    this.skeleton = skeleton;
  }

  /** Whether the bucket has grown enough since it was last divided to be worth the cost again. */
  boolean isDue() {
    int size = statements.size();
    return size <= ALWAYS_DIVIDED || size >= dividedAt + dividedAt / 8;
  }

  boolean isDivided() {
    return isOpen || dividedAt == statements.size();
  }

  /** Says that the groups are what dividing the statements would give. */
  void markDivided() {
    dividedAt = statements.size();
  }

  /** The statements by template, as they divide now. */
  List<List<Statement>> divide() {
    markDivided();
    IdentityHashMap<Shape, Statement> byShape = new IdentityHashMap<>();
    List<Shape> shapes = new ArrayList<>(statements.size());
    for (Statement statement : statements) {
      shapes.add(statement.shape);
      byShape.put(statement.shape, statement);
    }
    List<List<Statement>> parts = new ArrayList<>();
    Partition.divide(shapes, part -> parts.add(part.stream().map(byShape::get).toList()));
    return parts;
  }

  void remove(Group group) {
    statements.removeAll(group.statements);
    groups.remove(group);
    dividedAt = Math.min(dividedAt, statements.size());
  }
}
