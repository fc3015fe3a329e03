package dev.winnow.server.live;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.storage.StoredRecord;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A record that tails may want, with what their filters look at. For one thread. */
final class Candidate {
  private final StoredRecord stored;
  private final String templateId;
  private final String service;
  private @Nullable String lowerBody;

  Candidate(StoredRecord stored) {
    this.stored = stored;
    templateId = HexFormat.of().toHexDigits(stored.kept().templateId());
    AnyValue name = record().resource().attributes().at("service.name");
    service = name instanceof AnyValue.StringValue text ? text.value() : "";
  }

  StoredRecord stored() {
    return stored;
  }

  LogRecord record() {
    return stored.kept().record();
  }

  String templateId() {
    return templateId;
  }

  /** The name of its service, as predicates know it; empty if that is absent, or is no text. */
  String service() {
    return service;
  }

  /** The body in lower case, made once for all who search in it. */
  String lowerBody() {
    if (lowerBody == null) {
      lowerBody = lowerCase(record().body().text());
    }
    return lowerBody;
  }

  /** Lower case as selections have it: one code point at a time. */
  static String lowerCase(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
    return lower.toString();
  }
}
