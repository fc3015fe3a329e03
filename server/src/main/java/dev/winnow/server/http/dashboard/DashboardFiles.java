package dev.winnow.server.http.dashboard;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The files of the dashboard, which its build leaves on the class path. Each is read and compressed
 * once, and kept: they are a few megabytes. Thread-safe.
 */
final class DashboardFiles {
  static final String INDEX = "index.html";

  private static final String ROOT = "META-INF/resources/dashboard/";

  /** No name leads out of the directory, or to one in it. */
  private static final Pattern NAME = Pattern.compile("(assets/)?[\\w-][\\w.-]*\\.\\w+");

  private final ClassLoader loader;
  private final Map<String, DashboardFile> known = new ConcurrentHashMap<>();

  DashboardFiles(ClassLoader loader) {
    this.loader = loader;
  }

  /** The file of a name, such as {@code assets/index-B7x.js}. */
  Optional<DashboardFile> find(String name) {
    DashboardFile found = known.get(name);
    if (found == null && NAME.matcher(name).matches()) {
      return read(name);
    }
    return Optional.ofNullable(found);
  }

  private Optional<DashboardFile> read(String name) {
    try (InputStream file = loader.getResourceAsStream(ROOT + name)) {
      if (file == null) {
        return Optional.empty();
      }
      DashboardFile read = DashboardFile.of(name, file.readAllBytes());
      known.put(name, read);
      return Optional.of(read);
    } catch (IOException failure) {
      throw new WinnowException(
          ErrorCode.INTERNAL_ERROR, "the dashboard's file " + name + " cannot be read", failure);
    }
  }
}
