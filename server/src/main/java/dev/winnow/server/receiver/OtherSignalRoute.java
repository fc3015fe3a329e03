package dev.winnow.server.receiver;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.Principal;
import dev.winnow.server.listen.BodyRoute;
import dev.winnow.server.listen.HttpHead;
import dev.winnow.server.listen.HttpReply;
import dev.winnow.server.listen.RequestBody;
import java.util.List;

/** The signals of OTLP that are not received, refused so that their senders can show why. */
public final class OtherSignalRoute implements BodyRoute {
  public static final List<String> PATHS = List.of("/v1/traces", "/v1/metrics");

  @Override
  public String receiver() {
    return OtlpHttpRoute.NAME;
  }

  @Override
  public HttpReply answer(Principal sender, HttpHead head, RequestBody body) {
    throw new WinnowException(
        ErrorCode.NOT_FOUND, "only logs are received, at " + OtlpHttpRoute.PATH);
  }

  @Override
  public HttpReply refuse(HttpHead head, WinnowException reason) {
    return OtlpHttpRoute.refusal(head, reason);
  }
}
