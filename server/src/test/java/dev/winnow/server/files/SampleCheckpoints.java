package dev.winnow.server.files;

import java.nio.file.Path;
import java.util.List;

/** How far a file of a test was read. */
public final class SampleCheckpoints {
  private SampleCheckpoints() {}

  /** Saves that a file was read up to a place. */
  public static void save(Path checkpoints, String file, long bytes) {
    new CheckpointFile(checkpoints)
        .save(List.of(new Checkpoint(file, "(dev=1,ino=2)", 3, bytes, bytes, 4, 5)));
  }

  /** What is known of files, as texts. */
  public static List<String> load(Path checkpoints) {
    return new CheckpointFile(checkpoints).load().stream().map(Checkpoint::toString).toList();
  }
}
