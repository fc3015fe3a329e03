package dev.winnow.core.miner;

import dev.winnow.core.miner.Alignment.Value;
import dev.winnow.kernel.form.FormScanner;
import dev.winnow.kernel.form.Mask;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a record holds in the places of its template's placeholders: one value for each, in
 * their order. Not thread-safe; the values are valid until the next scan.
 *
 * <p>The template's text with each placeholder replaced by its value is the record's text, but for
 * white space, escapes and the order of JSON members. A secret is never given: its placeholder is.
 */
public final class TemplateVariables {
  /*
   * How a form meets a template is found once (Alignment) and kept until the template changes or
   * another form takes the place, so most records are read without allocation. A value that is one
   * variable of the form stays where it is; one that also holds words is put together in a buffer.
   */

  /** Forms whose alignment is kept; a power of two. */
  private static final int KEPT = 1024;

  private record Kept(long formId, Shape template, @Nullable List<Value> values) {}

  private final TemplateMiner miner;
  private final @Nullable Kept[] kept = new Kept[KEPT];
  private @Nullable FormScanner form;
  private List<Value> values = List.of();

  /** The values of several parts, one behind the other. */
  private byte[] buffer = new byte[256];

  /** Where the value of each placeholder ends in the buffer. */
  private int[] ends = new int[16];

  /** A reader for the templates of a miner. */
  public TemplateVariables(TemplateMiner miner) {
    this.miner = miner;
  }

  /**
   * Reads the values of the form just scanned, whose id is given with the one of its template.
   *
   * @return whether there are any; not if the form is not one of the template, or the template gave
   *     way to others
   */
  public boolean read(FormScanner scanned, long formId, long templateId) {
    Shape template = miner.shape(templateId);
    List<Value> aligned = template == null ? null : aligned(scanned, formId, template);
    form = scanned;
    values = aligned == null ? List.of() : aligned;
    if (ends.length < values.size()) {
      ends = new int[values.size() * 2];
    }
    int end = 0;
    for (int i = 0; i < values.size(); i++) {
      List<Part> parts = values.get(i).parts();
      for (int j = 0; parts.size() > 1 && j < parts.size(); j++) {
        end = append(parts.get(j), scanned, end);
      }
      ends[i] = end;
    }
    return aligned != null;
  }

  /** The number of values: one for each placeholder of the template. */
  public int count() {
    return values.size();
  }

  /** The type of the placeholder in the template. */
  public Mask mask(int index) {
    return values.get(index).mask();
  }

  /** The key that stands before the placeholder, as in {@code user=}; empty if there is none. */
  public String key(int index) {
    return values.get(index).key();
  }

  /** The array that holds a value; read only. */
  public byte[] source(int index) {
    Part part = only(index);
    return part == null ? buffer : part.source(scanned());
  }

  /** Where a value begins in {@link #source}. */
  public int start(int index) {
    Part part = only(index);
    int before = index == 0 ? 0 : ends[index - 1];
    return part == null ? before : part.start(scanned());
  }

  /** Where a value ends in {@link #source}, exclusive. */
  public int end(int index) {
    Part part = only(index);
    return part == null ? ends[index] : part.end(scanned());
  }

  /** A value as text. */
  public String value(int index) {
    int start = start(index);
    return new String(source(index), start, end(index) - start, StandardCharsets.UTF_8);
  }

  private @Nullable List<Value> aligned(FormScanner scanned, long formId, Shape template) {
    int place = (int) formId & (KEPT - 1);
    Kept known = kept[place];
    if (known == null || known.formId() != formId || !known.template().equals(template)) {
      known = new Kept(formId, template, Alignment.of(template, Shape.of(scanned.text())));
      kept[place] = known;
    }
    return known.values();
  }

  private int append(Part part, FormScanner scanned, int at) {
    int start = part.start(scanned);
    int length = part.end(scanned) - start;
    if (buffer.length - at < length) {
      buffer = Arrays.copyOf(buffer, Math.max(at + length, buffer.length * 2));
    }
    System.arraycopy(part.source(scanned), start, buffer, at, length);
    return at + length;
  }

  /** The only part of a value; null if it was put together. */
  private @Nullable Part only(int index) {
    List<Part> parts = values.get(index).parts();
    return parts.size() == 1 ? parts.get(0) : null;
  }

  private FormScanner scanned() {
    return Objects.requireNonNull(form);
  }
}
