package dev.winnow.core.miner;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/**
 * Makes one catalog of several that learned from different records, and leaves those as they are.
 */
final class CatalogJoin {
  /*
   * Templates only ever merge, so the statements that one part holds in a template belong together in
   * the joined catalog too: they are learned there, merged if dividing has not done so yet, and what
   * was counted for the template is added. Templates with proved variables go first, because a part
   * may have shrunk the statements that proved them to one; those of other parts must find the proof.
   *
   * The ids of a part are joined when all templates are final: first those of templates, current and
   * earlier, then those that gave way in one part but may live in another. Nothing gives way before
   * the end, so what does is the least used of all parts.
   */

  private final Catalog joined;
  private final List<Catalog> parts;
  private final IdentityHashMap<Group, Statement> places = new IdentityHashMap<>();

  private CatalogJoin(Catalog joined, List<Catalog> parts) {
    this.joined = joined;
    this.parts = parts;
  }

  static Catalog join(MinerSettings settings, List<Catalog> parts) {
    int ids = parts.stream().mapToInt(part -> part.groups.size() + part.aliases.size()).sum();
    CatalogJoin join = new CatalogJoin(new Catalog(settings, ids), parts);
    join.run();
    return join.joined;
  }

  private void run() {
    for (Catalog part : parts) {
      joined.records += part.records;
    }
    takeTemplates(true);
    takeTemplates(false);
    joined.divideAll();
    for (Catalog part : parts) {
      part.groups.forEach(group -> identify(group.id, place(group).id));
      part.aliases.entries().forEach(alias -> identify(part, alias.getKey()));
    }
    for (Catalog part : parts) {
      part.ghosts.forEach(this::takeGhost);
      joined.ghosts.lose(part.ghosts.lost());
    }
    joined.trim();
  }

  private void takeTemplates(boolean proved) {
    for (Catalog part : parts) {
      for (Group group : part.groups) {
        if (group.isProved() == proved) {
          take(group, part.records - group.lastSeen);
        }
      }
    }
  }

  private void take(Group part, long unused) {
    Statement place = joined.statementBeyondBudget(part.statements.get(0).shape);
    places.put(part, place);
    for (Statement statement : part.statements) {
      Group other = liveGroup(joined.statementBeyondBudget(statement.shape));
      if (other != place(part)) {
        joined.absorb(place(part), other);
      }
    }
    if (part.bucket.isOpen && !place(part).bucket.isOpen) {
      joined.open(place(part).bucket);
    }
    place(part).takeOver(part, joined.records - unused);
  }

  /** The joined template that holds all of a part's template. */
  private Group place(Group part) {
    return liveGroup(Objects.requireNonNull(places.get(part)));
  }

  private static Group liveGroup(Statement statement) {
    return Objects.requireNonNull(statement.group());
  }

  /** Joins an earlier id of a part. */
  private void identify(Catalog part, long alias) {
    Group group = part.group(alias);
    identify(alias, group == null ? part.aliases.resolve(alias) : place(group).id);
  }

  /** Makes an id of a part stand for a joined one, unless it already does for a template. */
  private void identify(long id, long target) {
    if (joined.group(id) == null) {
      joined.aliases.put(id, joined.aliases.resolve(target));
    }
  }

  /** Adds the count of a template that gave way in a part to the one that has its id by now. */
  private void takeGhost(long id, long count) {
    Group group = joined.group(id);
    if (group == null) {
      joined.ghosts.add(id, count);
    } else {
      group.count += count;
    }
  }
}
