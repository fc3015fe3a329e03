package dev.winnow.server.receiver;

import dev.winnow.formats.loki.LokiJsonDecoder;
import dev.winnow.formats.loki.LokiProtobufDecoder;
import dev.winnow.formats.loki.LokiPush;
import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.pipeline.Pipeline;
import dev.winnow.pipeline.Submission;
import dev.winnow.server.access.Principal;
import dev.winnow.server.listen.BodyRoute;
import dev.winnow.server.listen.HttpHead;
import dev.winnow.server.listen.HttpReply;
import dev.winnow.server.listen.RequestBody;
import java.time.InstantSource;
import java.util.List;

/**
 * The push of Loki: JSON, or protobuf in a block of snappy. Success is 204, as some clients take
 * anything else for a failure; a refusal is a line of text.
 */
public final class LokiRoute implements BodyRoute {
  /** Where clients push, and where those of the first versions did. */
  public static final List<String> PATHS = List.of("/loki/api/v1/push", "/api/prom/push");

  private static final String NAME = "loki";
  private static final String TENANT = "X-Scope-OrgID";
  private static final int NO_CONTENT = 204;

  private final Pipeline pipeline;
  private final InstantSource clock;
  private final Decoders<LokiProtobufDecoder> protobuf;
  private final Decoders<LokiJsonDecoder> json;

  /**
   * A route.
   *
   * @param clock the latest time of records without a year
   * @param processors how many requests are usually decoded at the same time
   */
  public LokiRoute(Pipeline pipeline, DecodeLimits limits, InstantSource clock, int processors) {
    this.pipeline = pipeline;
    this.clock = clock;
    protobuf =
        new Decoders<>(
            processors, () -> new LokiProtobufDecoder(limits.records(), limits.values()));
    json = new Decoders<>(processors, () -> new LokiJsonDecoder(limits.records(), limits.values()));
  }

  @Override
  public String receiver() {
    return NAME;
  }

  @Override
  public HttpReply answer(Principal sender, HttpHead head, RequestBody body) {
    requireTenant(sender, head.header(TENANT));
    boolean isJson = head.mediaType().equals("application/json");
    byte[] message = isJson ? body.unpack() : body.unpack("snappy");
    LokiPush push =
        isJson
            ? json.use(decoder -> decoder.decode(message, clock.instant()))
            : protobuf.use(decoder -> decoder.decode(message, clock.instant()));
    pipeline.accept(
        new Submission(
            sender.tenantId(),
            NAME,
            head.header(IdempotencyKey.HEADER),
            push.records(),
            push.rejected(),
            message.length));
    if (push.rejected() > 0) {
      throw new WinnowException(ErrorCode.MALFORMED_REQUEST, push.objection());
    }
    return HttpReply.of(NO_CONTENT, "", "");
  }

  /** The token says whose records they are; a header that says otherwise is a mistake. */
  private static void requireTenant(Principal sender, String tenant) {
    if (!tenant.isEmpty() && !tenant.equals(sender.tenantId())) {
      throw new WinnowException(
          ErrorCode.FORBIDDEN,
          ("the tenant '%s' in %s is not '%s', whose token it is; leave the header out, or send a"
                  + " token of that tenant")
              .formatted(tenant, TENANT, sender.tenantId()));
    }
  }

  @Override
  public HttpReply refuse(HttpHead head, WinnowException reason) {
    return HttpReply.of(
        reason.code().httpStatus(), "text/plain; charset=utf-8", reason.getMessage() + "\n");
  }
}
