package dev.winnow.storage.duckdb.block;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.duckdb.table.PartSchema;
import dev.winnow.storage.duckdb.table.RecordColumn;
import dev.winnow.storage.duckdb.table.ValueJson;
import java.util.List;

/** Turns the records of a batch into rows of the table {@code records}. */
public final class RecordEncoder {
  private static final int TRACE_ID_DIGITS = 32;
  private static final int SPAN_ID_DIGITS = 16;

  private final String tenantId;
  private final String receiver;
  private final ValueJson json = new ValueJson();
  private final RowBlock.Builder rows;
  private Resource resource = Resource.EMPTY;
  private String resourceJson = "";
  private String serviceName = "";
  private InstrumentationScope scope = InstrumentationScope.EMPTY;
  private String scopeJson = "";

  private RecordEncoder(String tenantId, String receiver, int expectedRows) {
    this.tenantId = tenantId;
    this.receiver = receiver;
    rows = new RowBlock.Builder(PartSchema.RECORD_TYPES, expectedRows);
  }

  /** Writes records as a {@link RowBlock}; their commit is not known yet. */
  public static void write(
      String tenantId, String receiver, List<KeptRecord> records, BinaryWriter out) {
    RecordEncoder encoder = new RecordEncoder(tenantId, receiver, records.size());
    records.forEach(encoder::add);
    encoder.rows.write(out);
  }

  /** Reads what {@link #write} wrote, now that the commit is known. */
  public static RowBlock read(BinaryReader in, long sequence) {
    return at(sequence, RowBlock.read(in, PartSchema.RECORD_TYPES));
  }

  /** The same rows as those of a commit. */
  public static RowBlock at(long sequence, RowBlock records) {
    return records
        .with(RecordColumn.BATCH_SEQUENCE.position(), new NumberColumn.Constant(sequence))
        .with(RecordColumn.ORDINAL.position(), new NumberColumn.Ordinals());
  }

  private void add(KeptRecord kept) {
    LogRecord record = kept.record();
    use(record.resource());
    use(record.scope());
    boolean isText = record.body() instanceof AnyValue.StringValue;
    boolean isEmpty = record.body() instanceof AnyValue.EmptyValue;
    rows.add(tenantId)
        .add(0L)
        .add(0L)
        .add(record.timestamp())
        .add(record.observedTimestamp())
        .add(record.severityNumber().number())
        .add(record.severityText())
        .add(kept.severityInferred())
        .add(serviceName)
        .add(kept.templateId())
        .add(isText || isEmpty ? record.body().text() : json.of(record.body()))
        .add(!isText)
        .add(hex(record.traceId(), 0, TRACE_ID_DIGITS / 2))
        .add(hex(record.traceId(), TRACE_ID_DIGITS / 2, TRACE_ID_DIGITS))
        .add(hex(record.spanId(), 0, SPAN_ID_DIGITS))
        .add(record.traceFlags())
        .add(record.eventName())
        .add(scope.name())
        .add(scope.version())
        .add(scopeJson)
        .add(resourceJson)
        .add(json.of(record.attributes()))
        .add(record.droppedAttributesCount())
        .add(receiver)
        .add(kept.sampling().threshold())
        .add(kept.sampling().reason().label())
        .add(kept.bytes())
        .endRow();
  }

  /** Records of one request mostly share the object that says where they are from. */
  @SuppressWarnings("ReferenceEquality")
  private void use(Resource next) {
    if (next != resource) {
      resource = next;
      resourceJson = json.of(next.attributes());
      serviceName = next.serviceName();
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private void use(InstrumentationScope next) {
    if (next != scope) {
      scope = next;
      scopeJson = json.of(next.attributes());
    }
  }

  private static long hex(String id, int from, int to) {
    return id.isEmpty() ? 0 : Long.parseUnsignedLong(id, from, to, 16);
  }
}
