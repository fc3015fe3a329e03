package dev.winnow.server.receiver;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Decoders that are used again, as each remembers the texts that senders repeat. As many are kept
 * as there are processors; a request that finds none gets a new one, which is dropped when more
 * come back than are kept.
 */
final class Decoders<D> {
  private final Supplier<D> maker;
  private final BlockingQueue<D> idle;

  Decoders(int kept, Supplier<D> maker) {
    this.maker = maker;
    idle = new ArrayBlockingQueue<>(kept);
  }

  /** Lends a decoder to {@code use}, which no other thread has meanwhile. */
  <R> R use(Function<D, R> use) {
    D idleOne = idle.poll();
    D decoder = idleOne == null ? maker.get() : idleOne;
    R result = use.apply(decoder);
    // After a failure the decoder may be halfway through a request, so it is not kept then.
    var _ = idle.offer(decoder);
    return result;
  }
}
