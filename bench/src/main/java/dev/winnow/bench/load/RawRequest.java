package dev.winnow.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/**
 * Sends bytes that may be an HTTP/1.1 request on a connection of their own, and reads what comes
 * back until the server closes it.
 */
record RawRequest(Target target, int patienceMillis) {

  /** A request that asks for the end of the connection behind its answer. */
  static byte[] of(String firstLine, String headers, byte[] body) {
    String head =
        "%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(firstLine, headers, body.length);
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(body);
    return request.toByteArray();
  }

  /** What came back; empty if nothing did in time. */
  String send(byte[] request) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(target.host(), target.port()), patienceMillis);
      socket.setSoTimeout(patienceMillis);
      socket.getOutputStream().write(request);
      socket.getInputStream().transferTo(answer);
    } catch (SocketTimeoutException | SocketException ended) {
      // What came until then is the answer.
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  /** The status of an answer; 0 if there is none. */
  static int status(String answer) {
    String[] words = answer.split(" ", 3);
    return words.length > 1 && words[0].startsWith("HTTP/1.") && words[1].matches("[0-9]{3}")
        ? Integer.parseInt(words[1])
        : 0;
  }
}
