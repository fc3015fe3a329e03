package dev.winnow.cli.analysis;

import dev.winnow.formats.input.Input;
import dev.winnow.formats.join.Block;
import dev.winnow.formats.join.BlockReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * Finds out what is in one log or several. The thread that reads gives blocks of whole records to
 * others in turn, each of which counts by itself; at the end their counts are joined.
 */
public final class Analysis {
  /** A worker needs memory for what it learns, so there are few, however many cores there are. */
  private static final int MAX_WORKERS = 4;

  private final List<Worker> workers;
  private final List<Source> sources = new ArrayList<>();
  private final Scope scope;
  private int turn;

  /** An input, and the number of bytes of text that were read of it. */
  record Source(String name, long bytes) {}

  public Analysis(Scope scope) {
    this(scope, Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MAX_WORKERS));
  }

  Analysis(Scope scope, int count) {
    this.scope = scope;
    workers = IntStream.range(0, count).mapToObj(number -> new Worker(scope, number)).toList();
  }

  /**
   * Reads an input to its end.
   *
   * @param progress is told of the input and the number of lines read of all inputs, now and then
   * @throws IOException if it cannot be read to its end; what was read before is counted
   */
  public void read(Input input, BiConsumer<Input, Long> progress) throws IOException {
    BlockReader blocks = new BlockReader(input, scope.layouts());
    int index = sources.size();
    int number = 0;
    boolean complete = false;
    try {
      for (Block block = blocks.next(); block != null; block = blocks.next()) {
        workers.get(turn).count(index, number++, block, blocks);
        turn = (turn + 1) % workers.size();
        progress.accept(input, workers.stream().mapToLong(Worker::lines).sum());
      }
      complete = true;
    } finally {
      // What is no log at all leaves nothing to report.
      if (complete || number > 0) {
        sources.add(new Source(input.name(), input.textBytes()));
      }
    }
  }

  /** What was found; nothing can be read any more. */
  public Findings findings(boolean partial) {
    List<Tally> tallies = workers.stream().map(Worker::finish).toList();
    return new Joining(tallies, sources, scope).findings(partial);
  }
}
