package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.predicate.And;
import dev.winnow.kernel.predicate.Contains;
import dev.winnow.kernel.predicate.Equals;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.OneOf;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.predicate.StartsWith;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.storage.Selection;
import dev.winnow.storage.duckdb.table.BloomFilter;
import dev.winnow.storage.duckdb.table.TraceFilter;
import dev.winnow.storage.duckdb.table.TrigramFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** What a record must have to be selected, as the filters of packed parts know it. */
final class Clues {
  private static final Field BODY = Field.of("body");
  private static final Field TRACE_ID = Field.of("trace_id");
  private static final int DIGITS = 16;

  private final Set<Long> trigrams = new HashSet<>();
  private final List<List<Long>> traces = new ArrayList<>();

  static Clues of(Selection selection) {
    Clues clues = new Clues();
    clues.addBody(selection.text());
    clues.add(selection.where());
    return clues;
  }

  private void add(Predicate predicate) {
    switch (predicate) {
      case And and -> and.of().forEach(this::add);
      case Contains contains when contains.field().equals(BODY) -> addBody(contains.value());
      case StartsWith starts when starts.field().equals(BODY) -> addBody(starts.value());
      case Equals equals when equals.field().equals(BODY) -> {
        if (equals.value() instanceof AnyValue.StringValue text) {
          addBody(text.value());
        }
      }
      case Equals equals when equals.field().equals(TRACE_ID) -> addTraces(List.of(equals.value()));
      case OneOf oneOf when oneOf.field().equals(TRACE_ID) -> addTraces(oneOf.values());
      default -> {
        // Tells nothing that a filter knows.
      }
    }
  }

  /** Lower case is only asked of ASCII here. */
  private void addBody(String part) {
    StringBuilder lowerCase = new StringBuilder(part.length());
    part.chars().forEach(c -> lowerCase.append((char) (c >= 'A' && c <= 'Z' ? c | 0x20 : c)));
    TrigramFilter.hashes(lowerCase.toString(), trigrams::add);
  }

  /** What is no trace id is that of no record. */
  private void addTraces(List<AnyValue> ids) {
    traces.add(
        ids.stream()
            .map(AnyValue::text)
            .filter(id -> id.length() == 2 * DIGITS && id.chars().allMatch(HexFormat::isHexDigit))
            .map(id ->
                TraceFilter.hash(
                    HexFormat.fromHexDigitsToLong(id, 0, DIGITS),
                    HexFormat.fromHexDigitsToLong(id, DIGITS, 2 * DIGITS)))
            .toList());
  }

  boolean areAboutBodies() {
    return !trigrams.isEmpty();
  }

  boolean areAboutTraces() {
    return !traces.isEmpty();
  }

  boolean mayHoldBodies(BloomFilter filter) {
    return trigrams.stream().allMatch(filter::mayHold);
  }

  boolean mayHoldTraces(BloomFilter filter) {
    return traces.stream().allMatch(ids -> ids.stream().anyMatch(filter::mayHold));
  }
}
