package dev.winnow.formats.otlp;

import static dev.winnow.formats.protobuf.ProtobufReader.field;

import dev.winnow.formats.protobuf.ProtobufReader;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.Resource;

/**
 * Reads {@code ExportLogsServiceRequest} in protobuf. Reused for request after request, by one
 * thread.
 *
 * <p>Fields may come in any order, and those that are not known are passed over. Records share
 * their resource and scope, and short texts that come often.
 */
public final class OtlpProtobufDecoder {
  /*
   * A resource holds for the records beside it, which may stand before it, so messages that hold
   * others are walked over twice: first for what describes all, then for the others. The first walk
   * only jumps from field to field, and knows how many records there are before one is made.
   */

  private final RequestDraft draft;
  private final ProtobufReader reader = new ProtobufReader();
  private final ValueReader values;
  private final AttributesDraft attributes;
  private final LogRecordDraft record = new LogRecordDraft();
  private final IdText ids = new IdText();
  private byte[] in = {};
  private Resource resource = Resource.EMPTY;
  private InstrumentationScope scope = InstrumentationScope.EMPTY;
  private boolean resourceIsTooDeep;
  private boolean isTooDeep;
  private String scopeName = "";
  private String scopeVersion = "";

  public OtlpProtobufDecoder(DecodeLimits limits) {
    draft = new RequestDraft(limits);
    values = new ValueReader(reader, draft);
    attributes = values.attributes();
  }

  /**
   * The records of the request in {@code in[from, to)}.
   *
   * @throws dev.winnow.kernel.WinnowException if it is no request, with {@code MALFORMED_REQUEST},
   *     or holds more than the limits, with {@code REQUEST_TOO_LARGE}
   */
  public LogsRequest decode(byte[] in, int from, int to) {
    this.in = in;
    reader.reset(in, from, to);
    values.reset(in);
    draft.begin();
    while (reader.at() < to) {
      int tag = reader.tag();
      if (field(tag) == 1) {
        resourceLogs(tag);
      } else {
        reader.skip(tag);
      }
    }
    return draft.finish();
  }

  private void resourceLogs(int tag) {
    int outer = reader.end();
    int end = reader.enter(tag);
    int start = reader.at();
    resource();
    reader.moveTo(start);
    while (reader.at() < end) {
      int inner = reader.tag();
      if (field(inner) == 2) {
        scopeLogs(inner);
      } else {
        reader.skip(inner);
      }
    }
    reader.leave(outer);
  }

  /** Reads the resource among the fields of the current message. */
  private void resource() {
    attributes.begin();
    int end = reader.end();
    while (reader.at() < end) {
      int tag = reader.tag();
      if (field(tag) == 1) {
        resource(tag);
      } else {
        reader.skip(tag);
      }
    }
    resource = new Resource(attributes.attributes());
    resourceIsTooDeep = attributes.isTooDeep();
  }

  private void resource(int tag) {
    int outer = reader.end();
    int end = reader.enter(tag);
    while (reader.at() < end) {
      int inner = reader.tag();
      if (field(inner) == 1) {
        values.attribute(inner);
      } else {
        reader.skip(inner);
      }
    }
    reader.leave(outer);
  }

  private void scopeLogs(int tag) {
    int outer = reader.end();
    int end = reader.enter(tag);
    int start = reader.at();
    draft.expect(scope());
    reader.moveTo(start);
    while (reader.at() < end) {
      int inner = reader.tag();
      if (field(inner) == 2) {
        logRecord(inner);
      } else {
        reader.skip(inner);
      }
    }
    reader.leave(outer);
  }

  /** Reads the scope among the fields of the current message; returns how many records it has. */
  private int scope() {
    attributes.begin();
    scopeName = "";
    scopeVersion = "";
    int records = 0;
    int end = reader.end();
    while (reader.at() < end) {
      int tag = reader.tag();
      if (field(tag) == 1) {
        scope(tag);
      } else {
        records += field(tag) == 2 ? 1 : 0;
        reader.skip(tag);
      }
    }
    scope = new InstrumentationScope(scopeName, scopeVersion, attributes.attributes());
    isTooDeep = resourceIsTooDeep || attributes.isTooDeep();
    return records;
  }

  private void scope(int tag) {
    int outer = reader.end();
    int end = reader.enter(tag);
    while (reader.at() < end) {
      int inner = reader.tag();
      switch (field(inner)) {
        case 1 -> scopeName = values.cachedText(inner);
        case 2 -> scopeVersion = values.cachedText(inner);
        case 3 -> values.attribute(inner);
        default -> reader.skip(inner);
      }
    }
    reader.leave(outer);
  }

  private void logRecord(int tag) {
    int outer = reader.end();
    int end = reader.enter(tag);
    attributes.begin();
    record.begin();
    while (reader.at() < end) {
      recordField(reader.tag());
    }
    reader.leave(outer);
    if (isTooDeep || attributes.isTooDeep()) {
      draft.reject(RequestDraft.TOO_DEEP);
    } else {
      draft.add(record.finish(resource, scope, attributes.attributes(), attributes.leftOut()));
    }
  }

  private void recordField(int tag) {
    switch (field(tag)) {
      case 1 -> record.timestamp = reader.fixed64(tag);
      case 2 -> record.severityNumber = (int) reader.varint(tag);
      case 3 -> record.severityText = values.cachedText(tag);
      case 5 -> record.body = values.body(tag);
      case 6 -> values.attribute(tag);
      case 7 -> record.droppedAttributes = Integer.toUnsignedLong((int) reader.varint(tag));
      case 8 -> record.flags = reader.fixed32(tag);
      case 9 -> record.traceId = id(tag, IdText.TRACE_ID_BYTES);
      case 10 -> record.spanId = id(tag, IdText.SPAN_ID_BYTES);
      case 11 -> record.observedTimestamp = reader.fixed64(tag);
      case 12 -> record.eventName = values.cachedText(tag);
      default -> reader.skip(tag);
    }
  }

  private String id(int tag, int bytes) {
    int end = reader.bytesEnd(tag);
    String id = ids.of(in, reader.at(), end, bytes);
    reader.moveTo(end);
    return id;
  }
}
