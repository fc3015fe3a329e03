package dev.winnow.server.receiver;

import dev.winnow.formats.bulk.BulkAnswer;
import dev.winnow.formats.bulk.BulkDecoder;
import dev.winnow.formats.bulk.BulkRequest;
import dev.winnow.formats.bulk.FilterPath;
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
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The bulk API of Elasticsearch. Parameters other than {@code filter_path}, such as {@code refresh}
 * or {@code pipeline}, have no effect.
 */
public final class BulkRoute implements BodyRoute {
  /** With the index of all documents that do not name one, and without. */
  public static final List<String> PATHS = List.of("/_bulk", "/*/_bulk");

  private static final int OK = 200;

  /** What clients of all versions call the lines that they send. */
  private static final Set<String> MEDIA_TYPES =
      Set.of(
          "",
          "application/json",
          "application/x-ndjson",
          "application/vnd.elasticsearch+json",
          "application/vnd.elasticsearch+x-ndjson");

  private final Pipeline pipeline;
  private final InstantSource clock;
  private final Decoders<BulkDecoder> decoders;

  /**
   * A route.
   *
   * @param clock the latest time of records without a year
   * @param processors how many requests are usually decoded at the same time
   */
  public BulkRoute(Pipeline pipeline, DecodeLimits limits, InstantSource clock, int processors) {
    this.pipeline = pipeline;
    this.clock = clock;
    decoders = new Decoders<>(processors, () -> new BulkDecoder(limits.records(), limits.values()));
  }

  @Override
  public String receiver() {
    return ElasticsearchReply.RECEIVER;
  }

  /** Some clients post, others put. */
  @Override
  public Set<String> methods() {
    return Set.of("POST", "PUT");
  }

  @Override
  public HttpReply answer(Principal sender, HttpHead head, RequestBody body) {
    long start = System.nanoTime();
    if (!MEDIA_TYPES.contains(head.mediaType())) {
      throw new WinnowException(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          "Content-Type header [" + head.header("Content-Type") + "] is not supported");
    }
    byte[] lines = body.unpack();
    BulkRequest request =
        decoders.use(decoder -> decoder.decode(lines, index(head.path()), clock.instant()));
    if (request.items().isEmpty()) {
      throw new WinnowException(ErrorCode.MALFORMED_REQUEST, "request body is required");
    }
    pipeline.accept(
        new Submission(
            sender.tenantId(),
            receiver(),
            head.header(IdempotencyKey.HEADER),
            request.records(),
            request.rejected(),
            lines.length));
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    FilterPath wanted = FilterPath.of(head.parameter("filter_path"));
    return ElasticsearchReply.of(OK, head, BulkAnswer.of(request, took, wanted));
  }

  /** The index that a path names; empty if it names none. */
  private static String index(String path) {
    return path.substring(1, Math.max(1, path.lastIndexOf('/')));
  }

  @Override
  public HttpReply refuse(HttpHead head, WinnowException reason) {
    return ElasticsearchReply.refusal(head, reason);
  }
}
