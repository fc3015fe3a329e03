package dev.winnow.storage.duckdb.log;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/** A payload on its way into the log; its sequence is known once it is durable. */
final class Append {
  private final byte[] payload;
  private final int checksum;
  private final LongConsumer onDurable;
  private final CompletableFuture<Long> sequence = new CompletableFuture<>();

  Append(byte[] payload, LongConsumer onDurable) {
    this.payload = payload;
    this.checksum = LogFrame.checksum(ByteBuffer.wrap(payload));
    this.onDurable = onDurable;
  }

  int bytes() {
    return payload.length;
  }

  /** Adds the frame to those that are written together, which begin with {@code group}. */
  void frame(long number, long group, long salt, List<ByteBuffer> frames) {
    ByteBuffer header = ByteBuffer.allocate(LogFrame.HEADER_BYTES);
    new LogFrame(number, group, payload.length, checksum).write(header, salt);
    frames.add(header.flip());
    frames.add(ByteBuffer.wrap(payload));
  }

  /** Tells whoever wants to know before the end. */
  void tell(long number) {
    onDurable.accept(number);
  }

  void succeed(long number) {
    sequence.complete(number);
  }

  void fail(Throwable reason) {
    sequence.completeExceptionally(reason);
  }

  void refuse() {
    fail(new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "the log is closed"));
  }

  /** Waits for the end; fails with a {@link java.util.concurrent.CompletionException}. */
  long await() {
    return sequence.join();
  }
}
