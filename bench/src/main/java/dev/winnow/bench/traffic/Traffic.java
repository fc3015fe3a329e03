package dev.winnow.bench.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A stream of requests without end, made of a pool by the number of the request. */
public final class Traffic {
  private final Shape shape;
  private final List<PooledRequest> pool;

  /** Draws and encodes the pool. */
  public Traffic(Shape shape) {
    this.shape = shape;
    RecordMaker maker =
        new RecordMaker(Services.read().statements(), shape.seed(), shape.labelled());
    SplittableRandom random = new SplittableRandom(shape.seed());
    List<PooledRequest> requests = new ArrayList<>();
    for (int i = 0; i < shape.pool(); i++) {
      List<TrafficRecord> records = maker.records(shape.recordsPerRequest(), random);
      requests.add(new PooledRequest(shape.seed(), records, OtlpEncoder.encode(records, random)));
    }
    pool = List.copyOf(requests);
  }

  public Shape shape() {
    return shape;
  }

  /** What the request of a number is made of. */
  public PooledRequest pooled(long number) {
    return pool.get((int) (number % pool.size()));
  }

  /** The request of a number, ready to be sent. */
  public byte[] request(long number, PooledRequest.Times times) {
    return pooled(number).fill(number, times);
  }

  /**
   * What sets one stream apart from another.
   *
   * @param pool how many requests are drawn; each then comes again with other ids and digits
   * @param labelled whether each record says which of which request it is
   */
  public record Shape(long seed, int recordsPerRequest, int pool, boolean labelled) {
    /** Requests of a thousand records. */
    public static final Shape DEFAULT = new Shape(17, 1000, 64, false);
  }
}
