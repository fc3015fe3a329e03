package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.storage.Batch;
import dev.winnow.storage.CountDelta;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.duckdb.table.PartSchema;
import dev.winnow.storage.duckdb.table.RecordColumn;
import dev.winnow.storage.duckdb.table.ValueJson;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** Parts in memory, which take batches in turn. */
final class FixtureParts implements Parts, AutoCloseable {
  private static final int PARTS_PER_DAY = 2;

  private final DuckDBConnection database;
  private final List<Part> parts = new ArrayList<>();

  FixtureParts() {
    try {
      database = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
      execute("SET threads = 2");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  DuckDBConnection database() {
    return database;
  }

  void execute(String sql) {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  void append(Batch batch, long sequence) {
    int day = Math.toIntExact(batch.partition().day().toEpochDay());
    String alias = "p" + day + "_" + sequence % PARTS_PER_DAY;
    if (parts.stream().noneMatch(part -> part.alias().equals(alias))) {
      execute("ATTACH ':memory:' AS " + alias);
      PartSchema.statements(alias).forEach(this::execute);
      parts.add(new Part(alias, day, Long.MAX_VALUE, 0, Long.MAX_VALUE, 0));
    }
    insertRecords(alias, batch, sequence);
    insertRollups(alias, batch);
    parts.replaceAll(part -> part.alias().equals(alias) ? grown(part, batch, sequence) : part);
  }

  private static Part grown(Part part, Batch batch, long sequence) {
    List<Long> times = batch.records().stream().map(kept -> kept.record().time()).toList();
    return times.isEmpty()
        ? part
        : new Part(
            part.alias(),
            part.epochDay(),
            Math.min(part.earliest(), Collections.min(times)),
            Math.max(part.latest(), Collections.max(times)),
            Math.min(part.firstSequence(), sequence),
            Math.max(part.lastSequence(), sequence));
  }

  private void insertRecords(String alias, Batch batch, long sequence) {
    String places = String.join(", ", Collections.nCopies(RecordColumn.values().length, "?"));
    String sql = "INSERT INTO " + alias + ".records VALUES (" + places + ")";
    insert(
        sql,
        batch.records().stream()
            .map(kept -> row(batch, sequence, batch.records().indexOf(kept), kept))
            .toList());
  }

  private void insert(String sql, List<List<Object>> rows) {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (List<Object> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          statement.setObject(i + 1, row.get(i));
        }
        statement.execute();
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static List<Object> row(Batch batch, long sequence, int ordinal, KeptRecord kept) {
    LogRecord record = kept.record();
    boolean isText = record.body() instanceof AnyValue.StringValue;
    boolean isEmpty = record.body() instanceof AnyValue.EmptyValue;
    ValueJson json = new ValueJson();
    return List.of(
        batch.tenantId(),
        sequence,
        ordinal,
        record.timestamp(),
        record.observedTimestamp(),
        record.severityNumber().number(),
        record.severityText(),
        kept.severityInferred(),
        record.serviceName(),
        kept.templateId(),
        isText || isEmpty ? record.body().text() : json.of(record.body()),
        !isText,
        bits(record.traceId(), 0),
        bits(record.traceId(), 16),
        bits(record.spanId(), 0),
        record.traceFlags(),
        record.eventName(),
        record.scope().name(),
        record.scope().version(),
        json.of(record.scope().attributes()),
        json.of(record.resource().attributes()),
        json.of(record.attributes()),
        record.droppedAttributesCount(),
        batch.receiver(),
        kept.sampling().threshold(),
        kept.sampling().reason().label(),
        kept.bytes());
  }

  private static long bits(String id, int from) {
    return id.isEmpty() ? 0 : Long.parseUnsignedLong(id, from, from + 16, 16);
  }

  private void insertRollups(String alias, Batch batch) {
    insert(
        "INSERT INTO " + alias + ".rollups VALUES (?, ?, ?, ?, ?, ?, ?)",
        batch.counts().stream().map(count -> row(batch, count)).toList());
  }

  private static List<Object> row(Batch batch, CountDelta count) {
    return List.of(
        batch.tenantId(),
        count.templateId(),
        count.serviceName(),
        count.severityNumber().number(),
        count.minute(),
        count.records(),
        count.bytes());
  }

  @Override
  public Lease lease() {
    List<Part> held = List.copyOf(parts);
    return new Lease() {
      @Override
      public List<Part> parts() {
        return held;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() {
    try {
      database.close();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
