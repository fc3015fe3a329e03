package dev.winnow.storage.duckdb;

import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.CountDelta;
import dev.winnow.storage.duckdb.block.RowBlock;
import dev.winnow.storage.duckdb.table.PartSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums up what batches add to the counts, so that a commit has a row for each key only. */
final class Rollups {
  private record Key(
      String tenantId,
      long templateId,
      String serviceName,
      SeverityNumber severityNumber,
      long minute) {}

  private record Sum(long records, long bytes) {
    Sum plus(Sum other) {
      return new Sum(records + other.records, bytes + other.bytes);
    }
  }

  private final Map<Key, Sum> sums = new LinkedHashMap<>();

  void add(String tenantId, List<CountDelta> counts) {
    for (CountDelta count : counts) {
      Key key =
          new Key(
              tenantId,
              count.templateId(),
              count.serviceName(),
              count.severityNumber(),
              count.minute());
      sums.merge(key, new Sum(count.records(), count.bytes()), Sum::plus);
    }
  }

  /** The rows of the table {@code rollups}. */
  RowBlock rows() {
    RowBlock.Builder rows = new RowBlock.Builder(PartSchema.ROLLUP_TYPES, sums.size());
    sums.forEach((key, sum) ->
        rows.add(key.tenantId)
            .add(key.templateId)
            .add(key.serviceName)
            .add(key.severityNumber.number())
            .add(key.minute)
            .add(sum.records)
            .add(sum.bytes)
            .endRow());
    return rows.build();
  }
}
