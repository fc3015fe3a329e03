package dev.winnow.bench.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * OTLP over HTTP/1.1 on a socket of its own. A client library would take more of the processor than
 * making the records does.
 */
final class HttpLink implements Link {
  private static final int TIMEOUT_MILLIS = 60_000;
  private static final int OK = 200;
  private static final int OVERLOADED = 503;
  private static final int TOO_MANY = 429;

  private final Socket socket = new Socket();
  private final InputStream in;
  private final OutputStream out;
  private final String head;
  private final boolean gzip;
  private final boolean keyed;

  /**
   * Connects.
   *
   * @param keyed whether each request says by an {@code Idempotency-Key} which it is
   */
  HttpLink(Target target, boolean gzip, boolean keyed) throws IOException {
    socket.connect(new InetSocketAddress(target.host(), target.port()), TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
    this.gzip = gzip;
    this.keyed = keyed;
    head =
        "POST /v1/logs HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: application/x-protobuf\r\n"
                .formatted(target.host(), target.port())
            + (target.token().isEmpty() ? "" : "Authorization: Bearer " + target.token() + "\r\n")
            + (gzip ? "Content-Encoding: gzip\r\n" : "");
  }

  @Override
  public Answer send(long number, byte[] request) throws IOException {
    byte[] body = gzip ? compressed(request) : request;
    String key = keyed ? "Idempotency-Key: bench-" + number + "\r\n" : "";
    String length = "Content-Length: " + body.length + "\r\n\r\n";
    out.write((head + key + length).getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    return answer();
  }

  private static byte[] compressed(byte[] request) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(request.length / 4);
    try (OutputStream gzip = new GZIPOutputStream(compressed, 1 << 16)) {
      gzip.write(request);
    }
    return compressed.toByteArray();
  }

  private Answer answer() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = 0;
    long retryMillis = 1000;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String[] parts = header.split(": *", 2);
      switch (parts[0].toLowerCase(Locale.ROOT)) {
        case "content-length" -> length = Integer.parseInt(parts[1]);
        case "retry-after" -> retryMillis = 1000 * Long.parseLong(parts[1]);
        case "transfer-encoding" -> throw new IOException("an answer in chunks");
        default -> {}
      }
    }
    byte[] body = in.readNBytes(length);
    return switch (status) {
      case OK -> acknowledged(body);
      case OVERLOADED, TOO_MANY -> new Answer.TryAgain(retryMillis);
      default ->
          new Answer.Refused((status + " " + new String(body, StandardCharsets.UTF_8)).strip());
    };
  }

  /** An answer that says anything says that some records were refused. */
  static Answer acknowledged(byte[] response) {
    return response.length == 0
        ? new Answer.Acknowledged()
        : new Answer.Refused("partial success of " + response.length + " bytes");
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
