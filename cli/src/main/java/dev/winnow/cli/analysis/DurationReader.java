package dev.winnow.cli.analysis;

import dev.winnow.formats.join.RecordReader;
import dev.winnow.formats.layout.Field;
import dev.winnow.formats.layout.LineReading;
import dev.winnow.formats.layout.Span;
import dev.winnow.formats.time.DurationScanner;
import dev.winnow.kernel.form.FormScanner;
import dev.winnow.kernel.form.Mask;

/**
 * Finds the lengths of time in a record: the field that says it took so long, or those in its text.
 */
final class DurationReader {
  /** Variables beyond are not looked at. */
  private static final int MAX_VARIABLES = 24;

  private DurationReader() {}

  static void read(RecordReader record, FormScanner form, TemplateStatistics template) {
    LineReading reading = record.reading();
    Span field = reading.span(Field.DURATION);
    if (!field.isEmpty()) {
      int from = record.from();
      long nanos =
          DurationScanner.nanos(
              record.bytes(), from + field.start(), from + field.end(), reading.durationUnit());
      if (nanos != DurationScanner.NONE) {
        template.durations().add(0, nanos);
        return;
      }
    }
    int place = 0;
    int variables = Math.min(form.variables(), MAX_VARIABLES);
    for (int i = 0; i < variables && place < Durations.MAX_PLACES; i++) {
      long nanos = nanos(form, i, record.to());
      if (nanos != DurationScanner.NONE) {
        template.durations().add(place++, nanos);
      }
    }
  }

  private static long nanos(FormScanner form, int variable, int limit) {
    Mask mask = form.mask(variable);
    if (mask == Mask.DUR) {
      return DurationScanner.nanos(
          form.source(variable), form.start(variable), form.end(variable), 0);
    }
    if (mask == Mask.NUM) {
      byte[] source = form.source(variable);
      return DurationScanner.nanosByUnitBehind(
          source, form.start(variable), form.end(variable), Math.min(limit, source.length));
    }
    return DurationScanner.NONE;
  }
}
