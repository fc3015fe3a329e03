package dev.winnow.server.templates;

import dev.winnow.kernel.WinnowException;
import dev.winnow.server.request.TimeBuckets;
import dev.winnow.server.request.Timestamps;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.Selection;
import dev.winnow.storage.TemplateStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Lists templates, and tells what is known of one. */
public final class Templates {
  /*
   * One count per template decides which are listed, and what all the others add up to. Only for
   * those listed more is counted: per service and severity, and per interval. Each such question
   * names as many templates as a predicate may have values, or none where most of a few are listed,
   * and is answered from what the store has counted, so no record is read.
   */

  /** How far back counts reach that were given no start. */
  public static final Duration DEFAULT_SPAN = Duration.ofDays(1);

  /** A day that does not begin with an hour touches 25 of them. */
  private static final int TREND_INTERVALS = 25;

  /** What the store counts by, so that shorter intervals would need reading. */
  private static final Duration LEAST_INTERVAL = Duration.ofMinutes(1);

  /** The number of templates that one question names: the values of one condition. */
  private static final int PER_QUESTION = 256;

  /** So many templates are counted together, wanted or not: twice what a question names at most. */
  private static final int MOST_TOGETHER = 2 * PER_QUESTION;

  private final LogReader reader;
  private final TemplateStore store;

  public Templates(LogReader reader, TemplateStore store) {
    this.reader = reader;
    this.store = store;
  }

  public TemplateList list(TemplateListing listing) {
    KnownTemplates known = KnownTemplates.of(store, listing.selection().tenantId());
    List<TemplateTotal> all = TemplateTotal.of(reader, listing.selection());
    List<TemplateTotal> listed =
        all.stream()
            .filter(total -> total.records() >= listing.minCount())
            .filter(total -> total.records() <= listing.maxCount())
            .sorted(order(listing.sort(), known))
            .limit(listing.limit())
            .toList();
    return answer(listing.selection(), known, all, listed);
  }

  /**
   * What is known of a template.
   *
   * @param templateId an id that it has or had
   * @throws WinnowException {@code not_found} if it is none of the tenant
   */
  public TemplateHistory history(Selection selection, long templateId) {
    KnownTemplates known = KnownTemplates.of(store, selection.tenantId());
    long id = known.current(templateId);
    List<TemplateTotal> all = TemplateTotal.of(reader, selection);
    TemplateTotal own =
        all.stream()
            .filter(total -> total.templateId() == id)
            .findFirst()
            .orElse(TemplateTotal.none(id));
    TemplateList counted = answer(selection, known, all, List.of(own));
    return TemplateHistory.of(templateId, counted, known.absorbedBy(id));
  }

  private static Comparator<TemplateTotal> order(TemplateListing.Sort sort, KnownTemplates known) {
    // Counts know the minute only; of one minute, those that were learned last come first.
    Comparator<TemplateTotal> newest =
        Comparator.comparingLong((TemplateTotal total) -> firstSeen(total, known))
            .thenComparingLong(total -> known.firstSeen(total.templateId()))
            .reversed();
    Comparator<TemplateTotal> first =
        switch (sort) {
          case COUNT -> Comparator.comparingLong(TemplateTotal::records).reversed();
          case BYTES -> Comparator.comparingLong(TemplateTotal::bytes).reversed();
          case FIRST_SEEN -> newest;
          case RAREST -> Comparator.comparingLong(TemplateTotal::records).thenComparing(newest);
        };
    return first.thenComparing(TemplateTotal::templateId, Long::compareUnsigned);
  }

  /** What was learned today may have happened long before. */
  private static long firstSeen(TemplateTotal total, KnownTemplates known) {
    return Math.min(known.firstSeen(total.templateId()), total.earliest());
  }

  private TemplateList answer(
      Selection selection,
      KnownTemplates known,
      List<TemplateTotal> all,
      List<TemplateTotal> listed) {
    TimeBuckets trend = TimeBuckets.atMost(selection.time(), TREND_INTERVALS, LEAST_INTERVAL);
    Map<Long, TemplateDetails> details = new HashMap<>();
    listed.forEach(total -> details.put(total.templateId(), new TemplateDetails(trend)));
    for (Selection some : selections(selection, all.size(), listed)) {
      count(some, trend, details);
    }
    long records = records(all);
    long bytes = bytes(all);
    return new TemplateList(
        listed.stream()
            .map(total -> answer(total, records, known, detailsOf(total, details)))
            .toList(),
        Timestamps.of(selection.time().from()),
        Timestamps.of(selection.time().to()),
        records,
        bytes,
        all.size(),
        records - records(listed),
        bytes - bytes(listed),
        all.size() - listed.size(),
        Timestamps.of(trend.first()),
        trend.step().toSeconds());
  }

  /** What is counted to tell more of those that are listed. */
  private static List<Selection> selections(
      Selection selection, int all, List<TemplateTotal> listed) {
    if (all <= MOST_TOGETHER && all < 2 * listed.size()) {
      return List.of(selection);
    }
    List<Selection> selections = new ArrayList<>();
    for (int from = 0; from < listed.size(); from += PER_QUESTION) {
      int to = Math.min(from + PER_QUESTION, listed.size());
      List<Long> ids = listed.subList(from, to).stream().map(TemplateTotal::templateId).toList();
      selections.add(Selections.ofTemplates(selection, ids));
    }
    return selections;
  }

  private void count(Selection selection, TimeBuckets trend, Map<Long, TemplateDetails> details) {
    CountQuery origins =
        CountQuery.by(selection, Dimension.TEMPLATE, Dimension.SERVICE, Dimension.SEVERITY);
    for (Count count : reader.counts(origins)) {
      TemplateDetails listed = details.get(count.templateId());
      // Not all may be listed; and what merged in the meantime is counted under another id.
      if (listed != null) {
        listed.addOrigin(count);
      }
    }
    CountQuery times =
        new CountQuery(selection, Set.of(Dimension.TEMPLATE, Dimension.TIME), trend.step());
    for (Count count : reader.counts(times)) {
      TemplateDetails listed = details.get(count.templateId());
      if (listed != null) {
        listed.addTime(count, trend);
      }
    }
  }

  private static TemplateDetails detailsOf(
      TemplateTotal total, Map<Long, TemplateDetails> details) {
    return Objects.requireNonNull(details.get(total.templateId()));
  }

  private static long records(List<TemplateTotal> totals) {
    return totals.stream().mapToLong(TemplateTotal::records).sum();
  }

  private static long bytes(List<TemplateTotal> totals) {
    return totals.stream().mapToLong(TemplateTotal::bytes).sum();
  }

  private static TemplateAnswer answer(
      TemplateTotal total, long records, KnownTemplates known, TemplateDetails details) {
    long id = total.templateId();
    return new TemplateAnswer(
        HexFormat.of().toHexDigits(id),
        known.text(id),
        total.records(),
        total.bytes(),
        records == 0 ? 0 : (double) total.records() / records,
        Timestamps.of(firstSeen(total, known)),
        total.latest() == 0 ? null : Timestamps.of(total.latest()),
        details.severities(),
        details.services(),
        details.trend());
  }
}
