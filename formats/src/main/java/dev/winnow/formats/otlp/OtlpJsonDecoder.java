package dev.winnow.formats.otlp;

import dev.winnow.formats.request.JsonMessage;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.Resource;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code ExportLogsServiceRequest} in OTLP/JSON: names in lowerCamelCase, ids in hexadecimal
 * digits, enumerations as numbers. Reused for request after request, by one thread.
 *
 * <p>Members may come in any order, and those that are not known are passed over. A sender that
 * spells names in another way is told, as nothing of it could be found.
 */
public final class OtlpJsonDecoder {
  /** What was passed over until it is known what it belongs to. */
  private record Passed(int from, int to) {}

  private final RequestDraft draft;
  private final JsonMessage json = new JsonMessage();
  private final JsonValueReader values;
  private final AttributesDraft attributes;
  private final LogRecordDraft record = new LogRecordDraft();
  private Resource resource = Resource.EMPTY;
  private InstrumentationScope scope = InstrumentationScope.EMPTY;
  private boolean resourceIsTooDeep;
  private boolean isTooDeep;

  public OtlpJsonDecoder(DecodeLimits limits) {
    draft = new RequestDraft(limits);
    values = new JsonValueReader(json, draft);
    attributes = values.attributes();
  }

  /**
   * The records of the request in {@code in[from, to)}; none if it is empty.
   *
   * @throws dev.winnow.kernel.WinnowException if it is no request, with {@code MALFORMED_REQUEST},
   *     or holds more than the limits, with {@code REQUEST_TOO_LARGE}
   */
  public LogsRequest decode(byte[] in, int from, int to) {
    draft.begin();
    if (from < to) {
      json.reset(in, from, to);
      request();
      json.end();
    }
    return draft.finish();
  }

  private void request() {
    if (json.isObject()) {
      while (json.nextMember()) {
        String name = json.name();
        if (name.equals("resourceLogs")) {
          resourceLogs();
        } else {
          passOver(name);
        }
      }
    }
  }

  private void passOver(String name) {
    if (name.indexOf('_') >= 0) {
      draft.warn("member '" + name + "' was not read: names of OTLP/JSON are in lowerCamelCase");
    }
    json.skip();
  }

  private void resourceLogs() {
    if (json.isList()) {
      while (json.nextElement()) {
        resource = Resource.EMPTY;
        resourceIsTooDeep = false;
        logsOfResource();
      }
    }
  }

  private void logsOfResource() {
    describedList("resource", this::resource, "scopeLogs", this::scopeLogs);
  }

  /** Reads an object of a list and what describes it, which may stand behind the list. */
  private void describedList(
      String descriptionName, Runnable description, String listName, Runnable list) {
    List<Passed> passed = new ArrayList<>();
    boolean isDescribed = false;
    if (json.isObject()) {
      while (json.nextMember()) {
        String name = json.name();
        if (name.equals(descriptionName)) {
          description.run();
          isDescribed = true;
        } else if (!name.equals(listName)) {
          passOver(name);
        } else if (isDescribed) {
          list.run();
        } else {
          passed.add(pass());
        }
      }
    }
    for (Passed early : passed) {
      JsonScanner outer = json.visit(early.from(), early.to());
      list.run();
      json.goBack(outer);
    }
  }

  private Passed pass() {
    int from = json.valueFrom();
    json.skip();
    return new Passed(from, json.valueTo());
  }

  private void resource() {
    attributes.begin();
    if (json.isObject()) {
      while (json.nextMember()) {
        String name = json.name();
        if (name.equals("attributes")) {
          values.attributeList();
        } else {
          passOver(name);
        }
      }
    }
    resource = new Resource(attributes.attributes());
    resourceIsTooDeep = attributes.isTooDeep();
  }

  private void scopeLogs() {
    if (json.isList()) {
      while (json.nextElement()) {
        scope = InstrumentationScope.EMPTY;
        isTooDeep = resourceIsTooDeep;
        logsOfScope();
      }
    }
  }

  private void logsOfScope() {
    describedList("scope", this::scope, "logRecords", this::logRecords);
  }

  private void scope() {
    attributes.begin();
    String scopeName = "";
    String version = "";
    if (json.isObject()) {
      while (json.nextMember()) {
        String name = json.name();
        switch (name) {
          case "name" -> scopeName = json.text();
          case "version" -> version = json.text();
          case "attributes" -> values.attributeList();
          default -> passOver(name);
        }
      }
    }
    scope = new InstrumentationScope(scopeName, version, attributes.attributes());
    isTooDeep = resourceIsTooDeep || attributes.isTooDeep();
  }

  private void logRecords() {
    if (json.isList()) {
      while (json.nextElement()) {
        logRecord();
      }
    }
  }

  private void logRecord() {
    draft.expect(1);
    attributes.begin();
    record.begin();
    if (json.isObject()) {
      while (json.nextMember()) {
        recordMember(json.name());
      }
    }
    if (isTooDeep || attributes.isTooDeep()) {
      draft.reject(RequestDraft.TOO_DEEP);
    } else {
      draft.add(record.finish(resource, scope, attributes.attributes(), attributes.leftOut()));
    }
  }

  private void recordMember(String name) {
    switch (name) {
      case "timeUnixNano" -> record.timestamp = json.integer();
      case "observedTimeUnixNano" -> record.observedTimestamp = json.integer();
      case "severityNumber" ->
          record.severityNumber = Math.clamp(json.integer(), Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "severityText" -> record.severityText = json.text();
      case "body" -> record.body = values.body();
      case "attributes" -> values.attributeList();
      case "droppedAttributesCount" ->
          record.droppedAttributes = Math.clamp(json.integer(), 0, Integer.MAX_VALUE);
      case "flags" -> record.flags = (int) json.integer();
      case "traceId" -> record.traceId = IdText.traceId(json.text());
      case "spanId" -> record.spanId = IdText.spanId(json.text());
      case "eventName" -> record.eventName = json.text();
      default -> passOver(name);
    }
  }
}
