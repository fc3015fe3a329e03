package dev.winnow.server.files;

import dev.winnow.formats.input.Content;
import dev.winnow.formats.input.Input;
import dev.winnow.formats.join.RecordReader;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.pipeline.Submission;
import dev.winnow.server.config.FilesConfig;
import dev.winnow.server.receiver.Feed;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Follows the files that the configuration names. */
public final class FileReceiver implements AutoCloseable {
  /*
   * One thread reads in rounds: a piece of each file that has one, then the checkpoints, which say what
   * is on its way, then each piece goes to the store. What was on its way at a crash is read again
   * before all else, and its batch has the identity that it had, so the store knows it if it has it.
   */

  private static final Logger LOGGER = System.getLogger(FileReceiver.class.getName());
  private static final String NAME = "file";
  private static final long PAUSE_MILLIS = 250;
  private static final int ROUNDS_BETWEEN_SEARCHES = 4;

  /** Beyond this, files are left alone, which is said. */
  private static final int MAX_FILES = 1000;

  /** What is on its way at once, after the first piece. */
  private static final int ROUND_BYTES = 4 << 20;

  private final FilesConfig config;
  private final FileSearch search;
  private final CheckpointFile checkpoints;
  private final Feed feed;
  private final InstantSource clock;

  /** What is followed, by the keys of the files; the one that was read longest ago is first. */
  private final Map<String, GrowingFile> files = new LinkedHashMap<>();

  private final Map<String, Checkpoint> unresolved = new HashMap<>();
  private final Set<Path> objections = new HashSet<>();
  private final Thread thread = Thread.ofPlatform().daemon().name("files").unstarted(this::run);
  private volatile int followed;

  /**
   * A receiver; it begins with {@link #start}.
   *
   * @param checkpointFile where it keeps how far it has read
   * @param clock when lines are seen
   */
  public FileReceiver(
      FilesConfig config,
      Path checkpointFile,
      Feed feed,
      InstantSource clock,
      MeterRegistry metrics) {
    this.config = config;
    this.feed = feed;
    this.clock = clock;
    search = new FileSearch(config);
    checkpoints = new CheckpointFile(checkpointFile);
    Gauge.builder("winnow.files.followed", this, receiver -> receiver.followed)
        .description("Files that are followed")
        .register(metrics);
  }

  /** Begins to follow, where there is anything to follow. */
  public void start() {
    if (!config.paths().isEmpty()) {
      checkpoints.load().forEach(each -> unresolved.put(each.key(), each));
      thread.start();
    }
  }

  private void run() {
    int round = 0;
    boolean isEnding = false;
    while (!isEnding) {
      try {
        if (round++ % ROUNDS_BETWEEN_SEARCHES == 0) {
          look();
        }
        isEnding = round() ? feed.pause(0) : feed.pause(PAUSE_MILLIS);
      } catch (RuntimeException failure) {
        LOGGER.log(Level.ERROR, "followed files cannot be read or stored; tried again", failure);
        isEnding = feed.pause(PAUSE_MILLIS * ROUNDS_BETWEEN_SEARCHES);
      }
    }
    end();
  }

  private void end() {
    try {
      save();
    } catch (WinnowException failure) {
      LOGGER.log(Level.WARNING, "some of the followed files may be read again", failure);
    }
    files.values().forEach(file -> attempt(file.path(), file::close));
  }

  /** Looks for files that are new, or lie elsewhere. */
  private void look() {
    for (Path path : search.find()) {
      attempt(path, () -> meet(path));
    }
    // What is not where it should be was moved aside while nobody looked.
    for (Checkpoint lost : List.copyOf(unresolved.values())) {
      Path path = Path.of(lost.path());
      attempt(path, () -> findBeside(path, lost.key()));
      unresolved.remove(lost.key());
    }
  }

  /** Something with files that may fail. */
  private interface Attempt {
    void run() throws IOException;
  }

  /** Does something with a file; why that cannot be done is said once. */
  private void attempt(Path path, Attempt attempt) {
    try {
      attempt.run();
    } catch (NoSuchFileException gone) {
      // It was there a moment ago, as it is with logs.
    } catch (IOException failure) {
      object(path, "it cannot be read: " + failure);
    }
  }

  private void object(Path path, String reason) {
    if (objections.size() < MAX_FILES && objections.add(path)) {
      LOGGER.log(Level.WARNING, "{0} is not followed: {1}", path, reason);
    }
  }

  private void meet(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    String key = GrowingFile.keyOf(attributes, path);
    GrowingFile known = files.get(key);
    if (known != null) {
      known.moved(path);
    } else if (!attributes.isRegularFile()) {
      object(path, attributes.isDirectory() ? "it is a directory" : "it is no regular file");
    } else if (files.size() >= MAX_FILES) {
      object(path, "more than %d files are followed".formatted(MAX_FILES));
    } else if (attributes.size() > 0 && (unresolved.containsKey(key) || isText(path))) {
      Checkpoint before = unresolved.remove(key);
      GrowingFile file =
          before == null
              ? GrowingFile.open(path, key, clock.instant())
              : GrowingFile.open(path, before);
      files.put(key, file);
      followed = files.size();
      objections.remove(path);
      if (before != null && before.end() > before.begin()) {
        storeAgain(file);
      }
    }
  }

  private boolean isText(Path path) throws IOException {
    byte[] first;
    try (var in = Files.newInputStream(path)) {
      first = in.readNBytes(Content.SAMPLE);
    }
    Content content = Content.of(first, 0, first.length);
    if (content != Content.TEXT) {
      object(path, "it is %s, and only text can be followed".formatted(content.description()));
    }
    return content == Content.TEXT;
  }

  private void findBeside(Path path, String key) throws IOException {
    try (Stream<Path> beside = Files.list(path.toAbsolutePath().getParent())) {
      for (Path other : beside.limit(MAX_FILES).toList()) {
        boolean isFile = Files.isRegularFile(other);
        if (isFile
            && GrowingFile.keyOf(Files.readAttributes(other, BasicFileAttributes.class), other)
                .equals(key)) {
          meet(other);
        }
      }
    }
  }

  private void storeAgain(GrowingFile file) throws IOException {
    if (file.readAgain()) {
      store(file);
    }
  }

  /** Reads and stores a piece of each file that has one; whether there was any. */
  private boolean round() {
    List<GrowingFile> ready = new ArrayList<>();
    long bytes = 0;
    for (Map.Entry<String, GrowingFile> entry : List.copyOf(files.entrySet())) {
      GrowingFile file = entry.getValue();
      if (bytes < ROUND_BYTES && isReady(entry.getKey(), file)) {
        ready.add(file);
        bytes += file.piece().length;
        files.remove(entry.getKey());
        files.put(entry.getKey(), file);
      }
    }
    if (!ready.isEmpty()) {
      save();
      ready.forEach(this::store);
    }
    return !ready.isEmpty();
  }

  private boolean isReady(String key, GrowingFile file) {
    try {
      if (file.piece().length > 0 || file.readNext(clock.instant())) {
        return true;
      }
      if (file.isLeft()) {
        leave(key, file);
      }
    } catch (IOException failure) {
      object(file.path(), "it cannot be read any further: " + failure);
      leave(key, file);
    }
    return false;
  }

  private void leave(String key, GrowingFile file) {
    files.remove(key);
    followed = files.size();
    attempt(file.path(), file::close);
  }

  private void save() {
    checkpoints.save(
        Stream.concat(
                files.values().stream().map(GrowingFile::checkpoint), unresolved.values().stream())
            .toList());
  }

  private void store(GrowingFile file) {
    byte[] piece = file.piece();
    RecordReader lines =
        new RecordReader(
            Input.of(
                file.path().toString(),
                Channels.newChannel(new ByteArrayInputStream(piece)),
                clock.instant()));
    List<LogRecord> records = new ArrayList<>();
    AnyValue path = AnyValue.of(file.path().toString());
    try {
      while (lines.next()) {
        LogRecord record = lines.record();
        records.add(
            record.toBuilder()
                .attributes(record.attributes().toBuilder().put("log.file.path", path).build())
                .build());
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("an array cannot be read", impossible);
    } catch (WinnowException noText) {
      object(file.path(), String.valueOf(noText.getMessage()));
    }
    Submission submission =
        new Submission(
            config.tenant(),
            NAME,
            file.checkpoint().identity(),
            records,
            lines.ledger().malformedLines(),
            piece.length);
    if (feed.store(NAME, submission)) {
      file.stored();
    }
  }

  /** Waits until nothing is on its way any more; the feed has to be closed before. */
  @Override
  public void close() {
    try {
      thread.join();
    } catch (InterruptedException impatience) {
      Thread.currentThread().interrupt();
    }
  }
}
