package dev.winnow.core.miner;

import java.util.Comparator;

/** A template and the number of records that it stands for. */
public record TemplateCount(Template template, long count) {
  static final Comparator<TemplateCount> MOST_FREQUENT_FIRST =
      Comparator.comparingLong(TemplateCount::count)
          .reversed()
          .thenComparing(counted -> counted.template().id(), Long::compareUnsigned);
}
