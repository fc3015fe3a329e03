package dev.winnow.server.config;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the configuration: the last origin that has a value for a key decides it. */
public final class ConfigLoader {
  private static final ConfigSchema SCHEMA = new ConfigSchema(WinnowConfig.class);
  private static final String FILE_NAME = "winnow.yaml";
  private static final String DIRECTORY = "data.directory";
  private static final String PREFIX = "WINNOW_";

  /** What the launcher, and the commands that ask a server, read. */
  private static final Set<String> OTHER_VARIABLES =
      Set.of("WINNOW_JAVA", "WINNOW_JAVA_OPTS", "WINNOW_DEBUG", "WINNOW_URL", "WINNOW_TOKEN");

  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  public ConfigLoader(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Every key, as Markdown. */
  public static String reference() {
    return SCHEMA.settings().stream()
        .map(setting ->
            "| `%s` | %s | %s | %s |%n"
                .formatted(
                    setting.key(),
                    ValueParser.name(setting.type()),
                    setting.byDefault().isEmpty() ? "" : "`" + setting.byDefault() + "`",
                    setting.meaning()))
        .collect(joining("", "| Key | Value | Default | Meaning |\n|---|---|---|---|\n", ""));
  }

  /**
   * Reads all origins.
   *
   * @param file the configuration file; if none is named, {@code winnow.yaml} of the working
   *     directory or else of the data directory, if there is one
   * @param flags values from the command line
   * @throws WinnowException if a key is unknown or a value not allowed; the message names all
   */
  public EffectiveConfig load(Optional<String> file, Map<String, String> flags) {
    problems.clear();
    Layer defaults = new Layer("default", defaults());
    Layer variables = new Layer("environment", variables());
    Layer commandLine = new Layer("command line", flags);
    List<Layer> layers = new ArrayList<>(List.of(defaults, variables, commandLine));
    Optional<Path> found = file.map(Path::of).or(() -> fileIn(layers));
    found.ifPresent(path -> layers.add(1, YamlFile.read(path)));
    layers.forEach(this::refuseUnknownKeys);
    return effective(layers);
  }

  private static Map<String, String> defaults() {
    return SCHEMA.settings().stream().collect(toMap(Setting::key, Setting::byDefault));
  }

  private Map<String, String> variables() {
    Map<String, String> keys =
        SCHEMA.settings().stream().collect(toMap(Setting::variable, Setting::key));
    Map<String, String> values = new LinkedHashMap<>();
    SCHEMA.settings().stream()
        .filter(setting -> environment.containsKey(setting.alias()))
        .forEach(setting -> values.put(setting.key(), environment.get(setting.alias())));
    environment.forEach((name, value) -> {
      if (keys.containsKey(name)) {
        values.put(keys.get(name), value);
      } else if (name.startsWith(PREFIX) && !OTHER_VARIABLES.contains(name)) {
        problems.add(
            "the environment variable %s sets no key%s"
                .formatted(name, NearestName.question(name, keys.keySet())));
      }
    });
    return values;
  }

  private static Optional<Path> fileIn(List<Layer> layers) {
    String directory = "";
    for (Layer layer : layers) {
      directory = layer.values().getOrDefault(DIRECTORY, directory);
    }
    return Stream.of(Path.of(FILE_NAME), Path.of(directory, FILE_NAME))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private void refuseUnknownKeys(Layer layer) {
    Map<String, String> known = defaults();
    for (String key : layer.values().keySet()) {
      if (!known.containsKey(key)) {
        problems.add(
            "the key '%s' (%s) is unknown%s"
                .formatted(key, layer.origin(), NearestName.question(key, known.keySet())));
      }
    }
  }

  private EffectiveConfig effective(List<Layer> layers) {
    List<EffectiveConfig.Entry> entries = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    for (Setting setting : SCHEMA.settings()) {
      Layer layer = deciding(layers, setting.key());
      String text = layer.values().getOrDefault(setting.key(), setting.byDefault());
      entries.add(EffectiveConfig.Entry.of(setting, text, layer.origin()));
      Object value = parse(setting, text, layer.origin());
      if (value != null) {
        values.put(setting.key(), value);
      }
    }
    refuseProblems();
    try {
      return new EffectiveConfig(
          (WinnowConfig) SCHEMA.build(key -> Objects.requireNonNull(values.get(key))), entries);
    } catch (IllegalArgumentException refusal) {
      problems.add(String.valueOf(refusal.getMessage()));
      throw invalid();
    }
  }

  private static Layer deciding(List<Layer> layers, String key) {
    return layers.reversed().stream()
        .filter(layer -> layer.values().containsKey(key))
        .findFirst()
        .orElseThrow();
  }

  private @Nullable Object parse(Setting setting, String text, String origin) {
    try {
      return ValueParser.parse(setting.type(), text);
    } catch (IllegalArgumentException wrong) {
      String shown = setting.secret() ? "its value" : "'" + text + "'";
      problems.add("%s: %s (%s) %s".formatted(setting.key(), shown, origin, wrong.getMessage()));
      return null;
    }
  }

  private void refuseProblems() {
    if (!problems.isEmpty()) {
      throw invalid();
    }
  }

  private WinnowException invalid() {
    return new WinnowException(ErrorCode.INVALID_CONFIGURATION, String.join("\n", problems));
  }
}
