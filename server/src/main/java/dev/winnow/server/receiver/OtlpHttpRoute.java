package dev.winnow.server.receiver;

import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.formats.otlp.OtlpAnswer;
import dev.winnow.formats.otlp.OtlpForm;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.pipeline.Pipeline;
import dev.winnow.server.access.Principal;
import dev.winnow.server.listen.BodyRoute;
import dev.winnow.server.listen.HttpHead;
import dev.winnow.server.listen.HttpReply;
import dev.winnow.server.listen.Refusal;
import dev.winnow.server.listen.RequestBody;

/**
 * OTLP over HTTP: {@code POST /v1/logs} in protobuf or JSON, answered in the form of the request.
 */
public final class OtlpHttpRoute implements BodyRoute {
  public static final String PATH = "/v1/logs";

  static final String NAME = "otlp_http";

  private static final int OK = 200;

  private final OtlpReceiver receiver;

  /**
   * A route.
   *
   * @param processors how many requests are usually decoded at the same time
   */
  public OtlpHttpRoute(Pipeline pipeline, DecodeLimits limits, int processors) {
    receiver = new OtlpReceiver(NAME, pipeline, limits, processors);
  }

  @Override
  public String receiver() {
    return NAME;
  }

  @Override
  public HttpReply answer(Principal sender, HttpHead head, RequestBody body) {
    OtlpForm form = form(head);
    byte[] message = body.unpack();
    byte[] answer = receiver.receive(sender, head.header(IdempotencyKey.HEADER), form, message);
    return HttpReply.of(OK, form.contentType(), answer);
  }

  private static OtlpForm form(HttpHead head) {
    String type = head.mediaType();
    for (OtlpForm form : OtlpForm.values()) {
      if (type.equals(form.contentType())) {
        return form;
      }
    }
    throw new WinnowException(
        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
        "the content type '" + type + "' is neither application/x-protobuf nor application/json");
  }

  @Override
  public HttpReply refuse(HttpHead head, WinnowException reason) {
    return refusal(head, reason);
  }

  /** A status in the form of the request, or in protobuf if that is neither. */
  static HttpReply refusal(HttpHead head, WinnowException reason) {
    boolean isJson = head.mediaType().equals(OtlpForm.JSON.contentType());
    OtlpForm form = isJson ? OtlpForm.JSON : OtlpForm.PROTOBUF;
    byte[] status = OtlpAnswer.refused(reason, Refusal.retryDelay(reason.code())).encode(form);
    return HttpReply.of(reason.code().httpStatus(), form.contentType(), status);
  }
}
