package dev.winnow.server.receiver;

import dev.winnow.formats.bulk.BulkAnswer;
import dev.winnow.formats.bulk.BulkItem.Refusal;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.listen.HttpHead;
import dev.winnow.server.listen.HttpReply;

/** Answers as clients of Elasticsearch expect them. */
final class ElasticsearchReply {
  static final String RECEIVER = "elasticsearch";

  private static final String JSON = "application/json";

  /** Without it clients take the server for another product, and send nothing. */
  private static final String PRODUCT = "X-Elastic-Product";

  private ElasticsearchReply() {}

  /** An answer in the type that the client asks for, which differs by its version. */
  static HttpReply of(int status, HttpHead head, String json) {
    String accepted = head.header("Accept");
    boolean isVersioned = accepted.startsWith("application/vnd.elasticsearch+json");
    return HttpReply.of(status, isVersioned ? accepted : JSON, json).with(PRODUCT, "Elasticsearch");
  }

  /** Why a request is refused. What may pass is 503, as not all clients send again after 429. */
  static HttpReply refusal(HttpHead head, WinnowException reason) {
    boolean mayPass = reason.code().kind() == ErrorCode.Kind.TRANSIENT;
    int status = mayPass ? 503 : reason.code().httpStatus();
    Refusal refusal = new Refusal(type(status), String.valueOf(reason.getMessage()));
    return of(status, head, BulkAnswer.refused(refusal, status));
  }

  private static String type(int status) {
    return switch (status) {
      case 401, 403 -> "security_exception";
      case 413 -> "content_too_long_exception";
      case 415 -> "media_type_header_exception";
      case 503 -> "es_rejected_execution_exception";
      default -> status < 500 ? "parse_exception" : "exception";
    };
  }
}
