package dev.winnow.connectors;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where records are sent.
 *
 * @param address the name of a file, or an URL that begins with http or https
 * @param format one of {@link #formats}; empty for the one that the address suggests
 * @param token what shows a receiver who sends; empty for nothing
 * @param patience how long what a receiver does not take is sent again
 */
public record Destination(String address, String format, String token, Duration patience) {
  private static final String JSON_LINES = "json_lines";
  private static final String OTLP = "otlp";

  private static final Map<String, Supplier<WireFormat>> FORMATS = formatsByName();

  private static Map<String, Supplier<WireFormat>> formatsByName() {
    Map<String, Supplier<WireFormat>> formats = new LinkedHashMap<>();
    formats.put(JSON_LINES, JsonLinesFormat::new);
    formats.put(OTLP, OtlpFormat::new);
    return formats;
  }

  /** The names of the formats over HTTP. */
  public static Iterable<String> formats() {
    return FORMATS.keySet();
  }

  /**
   * Makes the exporter; a file is opened, but nothing is sent yet.
   *
   * @throws IllegalArgumentException if there is no such format, or the address is none
   * @throws dev.winnow.kernel.WinnowException if a file cannot be written
   */
  public Exporter open() {
    if (!format.isEmpty() && !FORMATS.containsKey(format)) {
      throw new IllegalArgumentException(
          "'%s' is no format; there are %s".formatted(format, String.join(", ", FORMATS.keySet())));
    }
    String scheme = address.contains("://") ? address.substring(0, address.indexOf(':')) : "";
    return switch (scheme) {
      case "" -> file();
      case "http", "https" -> http(url());
      default ->
          throw new IllegalArgumentException(
              "'%s' is no address; it begins with http:// or https://, or is the name of a file"
                  .formatted(address));
    };
  }

  private Exporter file() {
    if (!format.isEmpty() && !format.equals(JSON_LINES)) {
      throw new IllegalArgumentException("a file is written as json_lines only");
    }
    try {
      return new LinesExporter(new FileSink(Path.of(address)));
    } catch (InvalidPathException nonsense) {
      throw new IllegalArgumentException(address + " is not the name of a file", nonsense);
    }
  }

  private URI url() {
    URI url = URI.create(address);
    if (url.getHost() == null || url.getFragment() != null) {
      throw new IllegalArgumentException(
          "'" + address + "' is no address such as http://localhost:4318");
    }
    return url;
  }

  private Exporter http(URI url) {
    String path = url.getPath();
    WireFormat wire = wireFormat(path);
    boolean isWhole = !path.isEmpty() && !path.equals("/");
    return new HttpExporter(isWhole ? url : url.resolve(wire.path()), wire, token, patience);
  }

  /** The one that was asked for, or the one to which the path belongs; OTLP if there is none. */
  private WireFormat wireFormat(String path) {
    if (!format.isEmpty()) {
      return FORMATS.getOrDefault(format, OtlpFormat::new).get();
    }
    return FORMATS.values().stream()
        .map(Supplier::get)
        .filter(each -> path.endsWith(each.path()))
        .findFirst()
        .orElseGet(OtlpFormat::new);
  }
}
