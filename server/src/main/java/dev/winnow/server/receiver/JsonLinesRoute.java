package dev.winnow.server.receiver;

import dev.winnow.formats.jsonlines.JsonLines;
import dev.winnow.formats.jsonlines.JsonLines.Malformed;
import dev.winnow.formats.jsonlines.JsonLinesDecoder;
import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.pipeline.Pipeline;
import dev.winnow.pipeline.Receipt;
import dev.winnow.pipeline.Submission;
import dev.winnow.server.access.Principal;
import dev.winnow.server.listen.BodyRoute;
import dev.winnow.server.listen.HttpHead;
import dev.winnow.server.listen.HttpReply;
import dev.winnow.server.listen.Problem;
import dev.winnow.server.listen.RequestBody;
import java.time.InstantSource;
import java.util.Set;

/** Plain JSON over HTTP: {@code POST /api/logs} with lines, a list, or one object. */
public final class JsonLinesRoute implements BodyRoute {
  public static final String PATH = "/api/logs";

  private static final String NAME = "json_lines";
  private static final int OK = 200;

  /** The types under which JSON lines are sent; many programs send none. */
  private static final Set<String> MEDIA_TYPES =
      Set.of(
          "",
          "application/json",
          "application/x-ndjson",
          "application/ndjson",
          "application/jsonl",
          "application/json-lines",
          "application/x-jsonlines",
          "application/stream+json",
          "text/plain");

  private final Pipeline pipeline;
  private final InstantSource clock;
  private final Decoders<JsonLinesDecoder> decoders;

  /**
   * A route.
   *
   * @param clock the latest time of records without a year
   * @param processors how many requests are usually decoded at the same time
   */
  public JsonLinesRoute(
      Pipeline pipeline, DecodeLimits limits, InstantSource clock, int processors) {
    this.pipeline = pipeline;
    this.clock = clock;
    decoders =
        new Decoders<>(processors, () -> new JsonLinesDecoder(limits.records(), limits.values()));
  }

  @Override
  public String receiver() {
    return NAME;
  }

  @Override
  public HttpReply answer(Principal sender, HttpHead head, RequestBody body) {
    checkType(head);
    byte[] text = body.unpack();
    JsonLines lines = decoders.use(decoder -> decoder.decode(text, clock.instant()));
    Receipt receipt =
        pipeline.accept(
            new Submission(
                sender.tenantId(),
                NAME,
                head.header(IdempotencyKey.HEADER),
                lines.records(),
                lines.malformed(),
                text.length));
    if (lines.records().isEmpty() && lines.malformed() > 0) {
      throw nothingReadable(lines);
    }
    return HttpReply.of(OK, "application/json", json(receipt, lines));
  }

  private static void checkType(HttpHead head) {
    if (!MEDIA_TYPES.contains(head.mediaType())) {
      throw new WinnowException(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          "the content type '"
              + head.header("Content-Type")
              + "' is none of JSON; send application/json or application/x-ndjson (with curl:"
              + " -H 'Content-Type: application/json' --data-binary @FILE)");
    }
  }

  private static WinnowException nothingReadable(JsonLines lines) {
    Malformed first = lines.examples().getFirst();
    return new WinnowException(
        ErrorCode.MALFORMED_REQUEST,
        "none of %d lines is a JSON object; line %d %s"
            .formatted(lines.malformed(), first.position(), first.reason()));
  }

  private static String json(Receipt receipt, JsonLines lines) {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out);
    json.beginObject();
    json.key("accepted").value(receipt.accepted());
    json.key("duplicates").value(receipt.duplicates());
    if (receipt.overQuota() > 0) {
      json.key("over_quota").value(receipt.overQuota());
    }
    json.key("malformed").value(lines.malformed());
    json.key("errors").beginArray();
    for (Malformed malformed : lines.examples()) {
      json.beginObject();
      json.key("position").value(malformed.position());
      json.key("reason").value(malformed.reason());
      json.endObject();
    }
    json.endArray().endObject();
    return out.toString();
  }

  @Override
  public HttpReply refuse(HttpHead head, WinnowException reason) {
    return HttpReply.of(
        reason.code().httpStatus(), Problem.MEDIA_TYPE, Problem.of(reason, head).json());
  }
}
