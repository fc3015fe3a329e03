package dev.winnow.formats.layout;

import dev.winnow.formats.layout.FieldNames.Entry;
import dev.winnow.formats.layout.Layout.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The layouts that are known: what the {@code .layout} files say, compiled. Immutable, and shared
 * by all who read lines.
 */
public final class Layouts {
  /*
   * Patterns of text are tried in the order of their weight, so that a line is not taken for one of a
   * layout that understands less of it. By its first byte most patterns are out of the question.
   * JSON layouts are told by the names of an object's members: each name that any layout requires has
   * a mark, and the layout that requires most of the marks that were found is the one.
   */

  private static final int BYTES = 256;
  private static final String FIRST = "^";
  private static final String NUMERIC_LEVEL = "#level";
  private static final String RESOURCE = "all.layouts";

  private final List<LayoutFile> files;
  private final List<LayoutPattern> openers;

  /** The openers by the first byte of a line, each list made when it is first needed. */
  private final AtomicReferenceArray<List<LayoutPattern>> byFirst =
      new AtomicReferenceArray<>(BYTES);

  private final Map<String, List<LayoutPattern>> byLayout = new HashMap<>();
  private final Map<String, List<LayoutPattern>> within = new HashMap<>();
  private final List<JsonLayout> json = new ArrayList<>();
  private final FieldNames names = KnownNames.table();
  private final boolean hasJson;
  private final boolean hasLogfmt;
  private final boolean hasTable;
  private int marks;
  private final int numericLevel;

  private Layouts(List<LayoutFile> files, @Nullable Kind only, boolean hasTable) {
    this.files = files;
    hasJson = only == null || only == Kind.JSON;
    hasLogfmt = only == null || only == Kind.LOGFMT;
    this.hasTable = hasTable;
    numericLevel = mark(NUMERIC_LEVEL);
    List<LayoutPattern> patterns = new ArrayList<>();
    for (LayoutFile file : files) {
      addText(file, patterns);
      FieldNames own = ownNames(file);
      file.json().forEach(members -> json.add(jsonLayout(file, members, own)));
    }
    Comparator<LayoutPattern> heaviest = Comparator.comparingInt(pattern -> -pattern.weight());
    patterns.sort(heaviest);
    byLayout.values().forEach(list -> list.sort(heaviest));
    within.values().forEach(list -> list.sort(heaviest));
    json.sort(Comparator.comparingInt(layout -> -layout.weight()));
    openers = patterns;
  }

  /** All that are known. */
  public static Layouts known() {
    return Known.LAYOUTS;
  }

  /**
   * All that a record may have which stands for itself: tables are not among them, as a row means
   * nothing without the header of its file.
   */
  public static Layouts ofRecords() {
    return Records.LAYOUTS;
  }

  /** Loaded when first needed. */
  private static final class Known {
    static final Layouts LAYOUTS = of(resource());
  }

  /** Loaded when first needed. */
  private static final class Records {
    static final Layouts LAYOUTS = new Layouts(known().files, null, false);
  }

  /**
   * Whether an input that begins with {@code in[from, to)} is a table with a header, so that no
   * part of it can be read without what stands before. Its first line must be whole.
   */
  public static boolean isTable(byte[] in, int from, int to) {
    int end = from;
    while (end < to && in[end] != '\n' && in[end] != '\r') {
      end++;
    }
    LineScan line = new LineScan(Instant.EPOCH);
    line.reset(in, from, end, new LineReading());
    return TableHeader.of(line, known().names()) != null;
  }

  /** The layouts in the text of {@code .layout} files. */
  static Layouts of(String text) {
    return new Layouts(LayoutFile.parse(text), null, true);
  }

  /** Only the layout with an id, whose lines are not taken for anything else; null if unknown. */
  public @Nullable Layouts only(String id) {
    for (Layout general : List.of(Layout.JSON, Layout.LOGFMT, Layout.TABLE, Layout.PLAIN)) {
      if (general.id().equals(id)) {
        return new Layouts(List.of(), general.kind(), general.equals(Layout.TABLE));
      }
    }
    List<LayoutFile> one = files.stream().filter(file -> file.id().equals(id)).toList();
    if (one.isEmpty()) {
      return null;
    }
    return new Layouts(one, one.get(0).json().isEmpty() ? Kind.FIELDS : Kind.JSON, false);
  }

  /** The ids that {@link #only} knows. */
  public List<String> ids() {
    Stream<String> general = Stream.of("json", "logfmt", "table", "plain");
    return Stream.concat(files.stream().map(LayoutFile::id), general).sorted().toList();
  }

  private static String resource() {
    try (InputStream in = Layouts.class.getResourceAsStream(RESOURCE)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new IllegalStateException("the layouts are not in the program", failure);
    }
  }

  private void addText(LayoutFile file, List<LayoutPattern> patterns) {
    for (LayoutFile.Form form : file.forms()) {
      LayoutPattern compiled = LayoutPattern.compile(file, form, names);
      Use use = form.use();
      if (use != Use.INNER) {
        byLayout.computeIfAbsent(compiled.layout().id(), id -> new ArrayList<>()).add(compiled);
      }
      if (use == Use.TEXT || use == Use.HEAD) {
        patterns.add(compiled);
      }
      if (use == Use.TEXT || use == Use.INNER) {
        for (String outer : file.within()) {
          within.computeIfAbsent(outer, id -> new ArrayList<>()).add(compiled);
        }
      }
    }
  }

  private JsonLayout jsonLayout(LayoutFile file, List<String> members, @Nullable FieldNames own) {
    Marks required = new Marks();
    int first = Marks.NONE;
    for (String member : members) {
      boolean isFirst = member.startsWith(FIRST);
      int mark = mark(isFirst ? member.substring(FIRST.length()) : member);
      required.add(mark);
      first = isFirst ? mark : first;
    }
    return new JsonLayout(
        new Layout(file.id(), file.name(), Kind.JSON, false), required, first, own);
  }

  private static @Nullable FieldNames ownNames(LayoutFile file) {
    FieldNames own = file.fields().isEmpty() ? null : new FieldNames();
    for (String field : file.fields()) {
      int equals = field.indexOf('=');
      Meaning meaning = Meaning.parse(field.substring(0, equals).strip());
      for (String name : field.substring(equals + 1).strip().split(" +", 0)) {
        Objects.requireNonNull(own).put(name, meaning, 0);
      }
    }
    return own;
  }

  private int mark(String name) {
    int known = names.put(name, Meaning.NOTHING, Marks.NONE).mark;
    if (known != Marks.NONE) {
      return known;
    }
    if (++marks == Marks.LIMIT) {
      throw new IllegalStateException("too many names tell JSON layouts apart");
    }
    return names.put(name, Meaning.NOTHING, marks).mark;
  }

  /** The patterns that a line which begins with this byte may have, in order. */
  List<LayoutPattern> beginningWith(byte first) {
    List<LayoutPattern> known = byFirst.getPlain(first & 0xff);
    return known == null ? openWith(first) : known;
  }

  private List<LayoutPattern> openWith(byte first) {
    List<LayoutPattern> patterns = new ArrayList<>();
    for (LayoutPattern pattern : openers) {
      if (pattern.mayBeginWith(first)) {
        patterns.add(pattern);
      }
    }
    List<LayoutPattern> all = List.copyOf(patterns);
    byFirst.set(first & 0xff, all);
    return all;
  }

  /** The patterns that a line after one of this layout may have, in order. */
  List<LayoutPattern> of(Layout layout) {
    return byLayout.getOrDefault(layout.id(), List.of());
  }

  /** The patterns that the message of a line with this layout may have. */
  List<LayoutPattern> within(Layout layout) {
    return within.getOrDefault(layout.id(), List.of());
  }

  /** The layout of an object that has members with these marks; null if it is none of them. */
  @Nullable JsonLayout json(Marks found, int first) {
    for (int i = 0; i < json.size(); i++) {
      if (json.get(i).isOf(found, first)) {
        return json.get(i);
      }
    }
    return null;
  }

  /**
   * What names mean in a layout of objects only; null if they mean nothing else than everywhere.
   */
  @Nullable FieldNames ownNames(Layout layout) {
    FieldNames own = null;
    for (int i = 0; i < json.size() && own == null; i++) {
      own = json.get(i).layout().equals(layout) ? json.get(i).names() : null;
    }
    return own;
  }

  /** What a name means beside names that mean something else. */
  Meaning meaning(@Nullable FieldNames own, byte[] in, NamePath path) {
    Entry special = own == null ? Entry.UNKNOWN : own.of(in, path);
    return (special == Entry.UNKNOWN ? names.of(in, path) : special).meaning;
  }

  /** The mark of a level that is a number. */
  int numericLevel() {
    return numericLevel;
  }

  /** What names mean in every layout. */
  FieldNames names() {
    return names;
  }

  boolean hasJson() {
    return hasJson;
  }

  boolean hasLogfmt() {
    return hasLogfmt;
  }

  boolean hasTable() {
    return hasTable;
  }

  /** What the files say. */
  List<LayoutFile> files() {
    return files;
  }
}
