package dev.winnow.e2e.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Okio;

/**
 * Calls methods of gRPC with messages that no generated client would send.
 *
 * @param address of the port
 * @param token what is shown with each call; none if empty
 */
record GrpcCaller(URI address, String token) {
  static final String EXPORT_LOGS = "opentelemetry.proto.collector.logs.v1.LogsService/Export";
  static final String EXPORT_TRACES = "opentelemetry.proto.collector.trace.v1.TraceService/Export";

  private static final MediaType GRPC = MediaType.get("application/grpc");
  private static final String STATUS = "grpc-status";
  private static final OkHttpClient CLIENT =
      new OkHttpClient.Builder()
          .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
          .callTimeout(Duration.ofMinutes(1))
          .build();

  /** The number of the status that a call ends with, such as 0 for success; -1 without any. */
  int call(String method, byte[] message) {
    Request.Builder request =
        new Request.Builder()
            .url(address + "/" + method)
            .header("TE", "trailers")
            .post(RequestBody.create(framed(message), GRPC));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try (Response response = CLIENT.newCall(request.build()).execute()) {
      // Trailers are there when the body is read; a call that is refused has headers only.
      Objects.requireNonNull(response.body()).source().readAll(Okio.blackhole());
      String early = response.headers().get(STATUS);
      String status = early == null ? response.trailers().get(STATUS) : early;
      return status == null ? -1 : Integer.parseInt(status);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A message, not compressed, after its length. */
  private static byte[] framed(byte[] message) {
    return ByteBuffer.allocate(1 + Integer.BYTES + message.length)
        .put((byte) 0)
        .putInt(message.length)
        .put(message)
        .array();
  }
}
