package dev.winnow.bench.load;

import java.io.Closeable;
import java.io.IOException;

/** A connection that carries one request at a time. Not thread-safe. */
interface Link extends Closeable {
  /**
   * Sends a request and waits for its answer.
   *
   * @param number by which the server may recognise the request when it is sent again
   * @throws IOException if no answer came; the request may have been taken all the same
   */
  Answer send(long number, byte[] request) throws IOException;

  /** What a server said to a request. */
  sealed interface Answer {
    /** The server has it. */
    record Acknowledged() implements Answer {}

    /** The server is overloaded and wants it again after a pause. */
    record TryAgain(long afterMillis) implements Answer {}

    /** The server never wants it. */
    record Refused(String reason) implements Answer {}
  }
}
