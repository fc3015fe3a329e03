package dev.winnow.server.config;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A configuration file: YAML in which every scalar is the text that was written. */
final class YamlFile {
  private static final int LARGEST_BYTES = 1 << 20;

  /** Takes nothing for a number, a truth value or a date; the keys know what they want. */
  private static final class TextOnly extends Resolver {
    @Override
    protected void addImplicitResolvers() {}
  }

  private final Path file;
  private final Map<String, String> values = new LinkedHashMap<>();

  private YamlFile(Path file) {
    this.file = file;
  }

  /** The values of a file, by their full keys. */
  static Layer read(Path file) {
    YamlFile yaml = new YamlFile(file);
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw yaml.invalid("it has more than " + LARGEST_BYTES + " bytes");
      }
      yaml.flatten("", parser().load(Files.readString(file)));
    } catch (NoSuchFileException absent) {
      throw yaml.invalid("there is no such file");
    } catch (AccessDeniedException denied) {
      throw yaml.invalid("this user may not read it");
    } catch (IOException failure) {
      throw yaml.invalid("it cannot be read as UTF-8");
    } catch (MarkedYAMLException wrong) {
      throw yaml.invalid(described(wrong));
    } catch (YAMLException wrong) {
      throw yaml.invalid(String.valueOf(wrong.getMessage()).strip());
    }
    return new Layer(file.toString(), yaml.values);
  }

  private static String described(MarkedYAMLException wrong) {
    Mark mark = wrong.getProblemMark();
    return "line %d, column %d: %s"
        .formatted(mark.getLine() + 1, mark.getColumn() + 1, wrong.getProblem());
  }

  private static Yaml parser() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    DumperOptions unused = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options), new Representer(unused), unused, options, new TextOnly());
  }

  private void flatten(String key, @Nullable Object node) {
    switch (node) {
      case null -> {}
      case Map<?, ?> map ->
          map.forEach(
              (name, value) -> flatten(key.isEmpty() ? "" + name : key + "." + name, value));
      case List<?> list when !key.isEmpty() && list.stream().allMatch(String.class::isInstance) ->
          values.put(key, String.join(",", list.stream().map(Object::toString).toList()));
      case String text when !key.isEmpty() -> values.put(key, text.strip());
      default -> throw invalid((key.isEmpty() ? "it" : key) + " is neither keys nor a value");
    }
  }

  private WinnowException invalid(String reason) {
    return new WinnowException(ErrorCode.INVALID_CONFIGURATION, file + ": " + reason);
  }
}
