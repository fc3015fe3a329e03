package dev.winnow.server;

import dev.winnow.cli.server.ServerOptions;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A server that is shown with generated records, in a directory of its own.
 *
 * @param isTemporary whether the directory is removed at the end
 * @param isNew whether nothing is in it yet, so that history is made first
 */
record Demo(Path directory, boolean isTemporary, boolean isNew) implements AutoCloseable {
  private static final String DIRECTORY = "data.directory";

  /** The history goes wrong after half an hour and after an hour, the present every 20 minutes. */
  private static final String INCIDENTS =
      "deploy orders 30m 2m, error payments 70m 8m, surge catalog 121m 3m every 20m,"
          + " storm inventory 126m 1m every 20m, latency search 129m 3m every 20m,"
          + " silence auth 135m 2m every 20m";

  /** Makes the directory, or takes the one that the user named. */
  static Demo in(ServerOptions options) {
    String named = options.settings().get(DIRECTORY);
    if (named != null) {
      Path directory = Path.of(named);
      return new Demo(directory, false, Files.notExists(directory.resolve("format")));
    }
    try {
      return new Demo(Files.createTempDirectory("winnow-demo-"), true, true);
    } catch (IOException failure) {
      throw new WinnowException(
          ErrorCode.DATA_DIRECTORY_UNUSABLE,
          "no temporary directory can be made (" + failure.getMessage() + ")",
          failure);
    }
  }

  /** What is set for a demonstration; what the user has set is taken before. */
  SequencedMap<String, String> settings(ServerOptions options) {
    SequencedMap<String, String> settings = new LinkedHashMap<>();
    settings.put(DIRECTORY, directory.toString());
    settings.put("generator.enabled", "true");
    settings.put("generator.rate_per_second", "100");
    settings.put("generator.history", isNew ? "2h" : "0s");
    settings.put("generator.incidents", INCIDENTS);
    settings.putAll(options.settings());
    return settings;
  }

  /** What there is to look at. */
  static String guide(URI address) {
    boolean isUsual = address.getPort() == 8005;
    String url = isUsual ? "" : " --url " + address;
    return """

    A shop of twelve services is being logged at %1$s; the two hours before now are
    there within a minute.

    What is going on, in the browser, and the API, to be tried there:
      %1$s/
      %1$s/docs
    What fails at present, and what failed for eight minutes an hour ago:
      winnow query%2$s --since 5m 'level >= error'
      winnow query%2$s 'message contains "is unknown"'
    All ways to fail, and all that one service says:
      winnow templates%2$s --level error
      winnow templates%2$s --service orders
    What makes the records; a PUT to /generator/control changes it:
      curl -s %1$s/generator/stats

    Ctrl-C ends it.
    """
        .formatted(address, url);
  }

  @Override
  public void close() {
    if (isTemporary) {
      try {
        Files.walkFileTree(directory, new Removal());
      } catch (IOException failure) {
        throw new WinnowException(
            ErrorCode.DATA_DIRECTORY_UNUSABLE,
            directory + " could not be removed (" + failure.getMessage() + ")",
            failure);
      }
    }
  }

  /** Removes what is in a directory, then the directory. */
  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(visited);
      return FileVisitResult.CONTINUE;
    }
  }
}
