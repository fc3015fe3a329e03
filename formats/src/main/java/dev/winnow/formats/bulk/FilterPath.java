package dev.winnow.formats.bulk;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which parts of an answer its reader wants, such as {@code errors,items.*.error}: names from the
 * outside in, of which a star stands for any. What lists hold is looked at as if there were no list
 * around it.
 */
public final class FilterPath {
  private static final String ANY = "*";

  /** A reader that has more to say gets everything. */
  private static final int MAX_PATHS = 16;

  private static final FilterPath ALL = new FilterPath(List.of(List.of()));

  private final List<List<String>> paths;

  private FilterPath(List<List<String>> paths) {
    this.paths = paths;
  }

  /**
   * Reads {@code filter_path}. Where it is empty, or says more than names and stars, everything is
   * wanted.
   */
  public static FilterPath of(String text) {
    List<List<String>> paths =
        Stream.of(text.split(",", -1)).map(path -> List.of(path.strip().split("\\.", -1))).toList();
    boolean isUnderstood =
        paths.size() <= MAX_PATHS
            && paths.stream().flatMap(List::stream).allMatch(FilterPath::isUnderstood);
    return isUnderstood ? new FilterPath(paths) : ALL;
  }

  private static boolean isUnderstood(String name) {
    boolean isName = name.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z'));
    return name.equals(ANY) || (isName && !name.isEmpty());
  }

  /** What is wanted of a member of the answer; the empty value if nothing is. */
  AnyValue of(String name, AnyValue member) {
    return select(member, 1, within(name, 0, (1 << paths.size()) - 1));
  }

  /**
   * What is wanted of a value.
   *
   * @param depth how many names led to it
   * @param open the paths that began with those names, a bit for each
   */
  private AnyValue select(AnyValue value, int depth, int open) {
    if (open == 0) {
      return AnyValue.empty();
    }
    if (someEnd(depth, open)) {
      return value;
    }
    return switch (value) {
      case AnyValue.KvListValue object -> members(object.entries(), depth, open);
      case AnyValue.ArrayValue list -> elements(list.values(), depth, open);
      default -> AnyValue.empty();
    };
  }

  private boolean someEnd(int depth, int open) {
    for (int i = 0; i < paths.size(); i++) {
      if (isIn(open, i) && paths.get(i).size() <= depth) {
        return true;
      }
    }
    return false;
  }

  private AnyValue members(Attributes members, int depth, int open) {
    Attributes.Builder wanted = Attributes.builder();
    members.forEach((name, member) -> {
      AnyValue some = select(member, depth + 1, within(name, depth, open));
      if (!some.equals(AnyValue.empty())) {
        wanted.put(name, some);
      }
    });
    Attributes all = wanted.build();
    return all.isEmpty() ? AnyValue.empty() : AnyValue.of(all);
  }

  private AnyValue elements(List<AnyValue> elements, int depth, int open) {
    List<AnyValue> wanted =
        elements.stream()
            .map(element -> select(element, depth, open))
            .filter(element -> !element.equals(AnyValue.empty()))
            .toList();
    return wanted.isEmpty() ? AnyValue.empty() : AnyValue.of(wanted);
  }

  /** Those of some paths that go on with a name. */
  private int within(String name, int depth, int open) {
    int within = 0;
    for (int i = 0; i < paths.size(); i++) {
      if (isIn(open, i) && isAt(paths.get(i), depth, name)) {
        within |= 1 << i;
      }
    }
    return within;
  }

  private static boolean isIn(int open, int path) {
    return (open & 1 << path) != 0;
  }

  /** A path that has ended leads everywhere. */
  private static boolean isAt(List<String> path, int depth, String name) {
    return path.size() <= depth || path.get(depth).equals(ANY) || path.get(depth).equals(name);
  }
}
