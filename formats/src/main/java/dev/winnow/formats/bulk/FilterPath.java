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

  /** What is wanted of {@code value}; the empty value if nothing is. */
  AnyValue of(AnyValue value) {
    return select(value, paths);
  }

  private static AnyValue select(AnyValue value, List<List<String>> paths) {
    if (paths.stream().anyMatch(List::isEmpty)) {
      return value;
    }
    return switch (value) {
      case AnyValue.KvListValue object -> members(object.entries(), paths);
      case AnyValue.ArrayValue list -> elements(list.values(), paths);
      default -> AnyValue.empty();
    };
  }

  private static AnyValue members(Attributes members, List<List<String>> paths) {
    Attributes.Builder wanted = Attributes.builder();
    members.forEach((name, member) -> {
      AnyValue some = select(member, within(name, paths));
      if (!some.equals(AnyValue.empty())) {
        wanted.put(name, some);
      }
    });
    Attributes all = wanted.build();
    return all.isEmpty() ? AnyValue.empty() : AnyValue.of(all);
  }

  private static AnyValue elements(List<AnyValue> elements, List<List<String>> paths) {
    List<AnyValue> wanted =
        elements.stream()
            .map(element -> select(element, paths))
            .filter(element -> !element.equals(AnyValue.empty()))
            .toList();
    return wanted.isEmpty() ? AnyValue.empty() : AnyValue.of(wanted);
  }

  /** How the paths go on within a member. */
  private static List<List<String>> within(String name, List<List<String>> paths) {
    return paths.stream()
        .filter(path -> path.getFirst().equals(ANY) || path.getFirst().equals(name))
        .map(path -> path.subList(1, path.size()))
        .toList();
  }
}
