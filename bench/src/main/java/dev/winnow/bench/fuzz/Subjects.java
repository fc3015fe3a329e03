package dev.winnow.bench.fuzz;

import dev.winnow.core.miner.Knowledge;
import dev.winnow.core.predicate.PredicateText;
import dev.winnow.formats.bulk.BulkAnswer;
import dev.winnow.formats.bulk.BulkDecoder;
import dev.winnow.formats.bulk.FilterPath;
import dev.winnow.formats.input.Input;
import dev.winnow.formats.join.RecordReader;
import dev.winnow.formats.journal.JournalDecoder;
import dev.winnow.formats.jsonlines.JsonLinesDecoder;
import dev.winnow.formats.loki.LokiJsonDecoder;
import dev.winnow.formats.loki.LokiProtobufDecoder;
import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.formats.otlp.OtlpJsonDecoder;
import dev.winnow.formats.otlp.OtlpProtobufDecoder;
import dev.winnow.formats.unpack.BodyDecoder;
import dev.winnow.formats.unpack.Unpacker;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.storage.PageCursor;
import dev.winnow.storage.RecordId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Everything that reads bytes which it did not write. */
final class Subjects {
  private static final int MAX_BODY = 1 << 20;
  private static final int MAX_VALUE = 1 << 10;
  private static final Instant NOW = Instant.ofEpochSecond(1_795_255_200);

  private static final FilterPath ERRORS = FilterPath.of("errors,items.*.error");

  private Subjects() {}

  /** All subjects; their shares add up to a thousand. */
  static List<Subject> all() {
    return List.of(
        new Subject("OTLP, protobuf", 170, Seeds.otlpProtobuf(), Subjects::otlpProtobuf),
        new Subject("OTLP, JSON", 130, Seeds.otlpJson(), Subjects::otlpJson),
        new Subject("JSON lines", 100, Seeds.jsonLines(), Subjects::jsonLines),
        new Subject("Loki, protobuf", 50, DialectSeeds.lokiProtobuf(), Subjects::lokiProtobuf),
        new Subject("Loki, JSON", 50, DialectSeeds.lokiJson(), Subjects::lokiJson),
        new Subject("journal", 20, DialectSeeds.journal(), Subjects::journal),
        new Subject("bulk", 30, DialectSeeds.bulk(), Subjects::bulk),
        body("gzip", 25),
        body("zstd", 25),
        body("deflate", 25),
        body("snappy", 25),
        texts("predicate", 115, Seeds.predicates(), Subjects::predicate),
        texts("predicate in JSON", 60, Seeds.predicatesInJson(), Subjects::predicateInJson),
        texts("cursor", 30, Seeds.cursors(), Subjects::cursor),
        texts("id of a record", 20, Seeds.recordIds(), Subjects::recordId),
        texts("snapshot of a miner", 10, Seeds.knowledge(), Knowledge::parse),
        new Subject("OTLP through the pipeline", 25, Seeds.otlpProtobuf(), PipelineReader::otlp),
        new Subject("JSON lines, likewise", 25, Seeds.jsonLines(), PipelineReader::jsonLines),
        new Subject("rows of the store", 20, Seeds.otlpProtobuf(), StoredRows::new),
        new Subject("lines of a file", 35, Seeds.logs(), () -> Subjects::lines),
        new Subject("packed file", 8, Seeds.packed(), () -> Subjects::unpack),
        new Subject("segment of the log", 2, List.of(SegmentReplay.segment()), SegmentReplay::new));
  }

  private static Subject.Reader otlpProtobuf() {
    OtlpProtobufDecoder decoder = new OtlpProtobufDecoder(DecodeLimits.DEFAULT);
    return input -> decoder.decode(input, 0, input.length);
  }

  private static Subject.Reader otlpJson() {
    OtlpJsonDecoder decoder = new OtlpJsonDecoder(DecodeLimits.DEFAULT);
    return input -> decoder.decode(input, 0, input.length);
  }

  private static Subject.Reader jsonLines() {
    JsonLinesDecoder decoder =
        new JsonLinesDecoder(DecodeLimits.DEFAULT.records(), DecodeLimits.DEFAULT.values());
    return input -> decoder.decode(input, NOW);
  }

  private static Subject.Reader lokiProtobuf() {
    LokiProtobufDecoder decoder =
        new LokiProtobufDecoder(DecodeLimits.DEFAULT.records(), DecodeLimits.DEFAULT.values());
    return input -> decoder.decode(input, NOW);
  }

  private static Subject.Reader lokiJson() {
    LokiJsonDecoder decoder =
        new LokiJsonDecoder(DecodeLimits.DEFAULT.records(), DecodeLimits.DEFAULT.values());
    return input -> decoder.decode(input, NOW);
  }

  private static Subject.Reader bulk() {
    BulkDecoder decoder =
        new BulkDecoder(DecodeLimits.DEFAULT.records(), DecodeLimits.DEFAULT.values());
    return input -> BulkAnswer.of(decoder.decode(input, "logs", NOW), 0, ERRORS);
  }

  private static Subject.Reader journal() {
    return input -> {
      JournalDecoder decoder = new JournalDecoder(MAX_VALUE);
      decoder.add(input);
      while (decoder.next()) {
        decoder.record();
      }
      decoder.end();
    };
  }

  private static Subject body(String encoding, int share) {
    BodyDecoder decoder = new BodyDecoder(MAX_BODY);
    Supplier<Subject.Reader> reader = () -> input -> decoder.decode(encoding, input);
    return new Subject("body in " + encoding, share, Seeds.bodies(encoding), reader);
  }

  private static Subject texts(
      String name, int share, List<String> seeds, Consumer<String> reader) {
    Function<String, byte[]> utf8 = text -> text.getBytes(StandardCharsets.UTF_8);
    return new Subject(
        name,
        share,
        seeds.stream().map(utf8).toList(),
        () -> input -> reader.accept(new String(input, StandardCharsets.UTF_8)));
  }

  private static void predicate(String text) {
    Predicate predicate = PredicateText.parse(text);
    requireSame(predicate, PredicateText.parse(PredicateText.write(predicate)));
    requireSame(predicate, Predicate.parse(predicate.toJson()));
  }

  private static void predicateInJson(String json) {
    Predicate predicate = Predicate.parse(json);
    requireSame(predicate, Predicate.parse(predicate.toJson()));
  }

  private static void cursor(String text) {
    PageCursor cursor = PageCursor.parse(text);
    requireSame(cursor, PageCursor.parse(cursor.toString()));
  }

  private static void recordId(String text) {
    RecordId id = RecordId.parse(text);
    requireSame(id, RecordId.parse(id.toString()));
  }

  /** What is read of a text that was written of something must be the same again. */
  static void requireSame(Object written, Object read) {
    if (!written.equals(read)) {
      throw new IllegalStateException("wrote " + written + " but read " + read);
    }
  }

  private static void lines(byte[] input) throws IOException {
    readAll(Input.of("fuzz", channel(input), NOW));
  }

  private static void unpack(byte[] input) throws IOException {
    try (Unpacker texts = Unpacker.of("fuzz", channel(input), NOW)) {
      for (Input text = texts.next(); text != null; text = texts.next()) {
        readAll(text);
      }
    }
  }

  /** Making the ledger checks that no line is lost. */
  private static void readAll(Input input) throws IOException {
    RecordReader records = new RecordReader(input);
    while (records.next()) {
      records.record();
    }
    records.ledger();
  }

  private static ReadableByteChannel channel(byte[] bytes) {
    return Channels.newChannel(new ByteArrayInputStream(bytes));
  }
}
