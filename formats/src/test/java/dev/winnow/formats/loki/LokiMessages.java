package dev.winnow.formats.loki;

import dev.winnow.formats.protobuf.ProtobufWriter;

/** Pushes in protobuf, made as the clients of Loki make them. */
final class LokiMessages {
  private LokiMessages() {}

  static byte[] push(ProtobufWriter... streams) {
    ProtobufWriter push = new ProtobufWriter();
    for (ProtobufWriter stream : streams) {
      push.message(1, stream);
    }
    return push.toByteArray();
  }

  static ProtobufWriter stream(String labels, ProtobufWriter... entries) {
    ProtobufWriter stream = new ProtobufWriter().text(1, labels);
    for (ProtobufWriter entry : entries) {
      stream.message(2, entry);
    }
    return stream.number(3, 77);
  }

  /** An entry; metadata is given as names and values in turn. */
  static ProtobufWriter entry(long seconds, int nanos, String line, String... metadata) {
    ProtobufWriter timestamp = new ProtobufWriter().number(1, seconds).number(2, nanos);
    ProtobufWriter entry = new ProtobufWriter().message(1, timestamp).text(2, line);
    for (int i = 0; i < metadata.length; i += 2) {
      entry.message(3, new ProtobufWriter().text(1, metadata[i]).text(2, metadata[i + 1]));
    }
    return entry;
  }
}
