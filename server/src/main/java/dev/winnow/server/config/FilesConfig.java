package dev.winnow.server.config;

import dev.winnow.storage.control.Tenant;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;

/** Log files of this machine that are followed. */
public record FilesConfig(
    @Key(
            byDefault = "",
            meaning =
                "Files to follow, as /var/log/*.log or /srv/**/*.log; each is read from its start.")
        List<String> paths,
    @Key(byDefault = "", meaning = "Which of them to leave out, likewise.") List<String> exclude,
    @Key(
            byDefault = "",
            meaning =
                "Directories that symbolic links may lead to, as /var/log/pods, beside those of the"
                    + " paths themselves.")
        List<String> linkTargets,
    @Key(byDefault = Tenant.DEFAULT_ID, meaning = "The tenant whose records they hold.")
        String tenant) {
  public FilesConfig {
    if (tenant.isEmpty()) {
      throw new IllegalArgumentException("tenant must not be empty");
    }
    requirePatterns("paths", paths);
    requirePatterns("exclude", exclude);
    linkTargets.forEach(target -> requireAbsolute("link_targets", target));
  }

  private static void requirePatterns(String name, List<String> patterns) {
    for (String pattern : patterns) {
      try {
        FileSystems.getDefault().getPathMatcher("glob:" + pattern);
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException(
            "%s has '%s', which is no pattern of paths".formatted(name, pattern), wrong);
      }
      requireAbsolute(name, pattern);
    }
  }

  private static void requireAbsolute(String name, String path) {
    if (!Path.of(path).isAbsolute()) {
      throw new IllegalArgumentException(
          "%s must be absolute, but one is '%s'".formatted(name, path));
    }
  }
}
