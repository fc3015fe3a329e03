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
 * @param address the name of a file, an URL that begins with http or https, or for syslog with tcp
 *     or udp
 * @param format the name of one; empty for the one that the address suggests
 * @param token what shows a receiver who sends; empty for nothing
 * @param patience how long what a receiver does not take is sent again
 */
public record Destination(String address, String format, String token, Duration patience) {
  private static final String JSON_LINES = "json_lines";
  private static final String OTLP = "otlp";
  private static final String SYSLOG = "syslog";

  private static final Map<String, Supplier<WireFormat>> FORMATS = formatsByName();

  private static Map<String, Supplier<WireFormat>> formatsByName() {
    Map<String, Supplier<WireFormat>> formats = new LinkedHashMap<>();
    formats.put(JSON_LINES, JsonLinesFormat::new);
    formats.put(OTLP, OtlpFormat::new);
    formats.put("loki", LokiFormat::new);
    formats.put("elasticsearch", BulkFormat::new);
    return formats;
  }

  /**
   * Makes the exporter; a file is opened, but nothing is sent yet.
   *
   * @throws IllegalArgumentException if there is no such format, or the address is none
   * @throws dev.winnow.kernel.WinnowException if a file cannot be written
   */
  public Exporter open() {
    boolean isKnown = FORMATS.containsKey(format) || format.equals(SYSLOG);
    if (!format.isEmpty() && !isKnown) {
      throw new IllegalArgumentException(
          "'%s' is no format; there are %s and %s"
              .formatted(format, String.join(", ", FORMATS.keySet()), SYSLOG));
    }
    String scheme = address.contains("://") ? address.substring(0, address.indexOf(':')) : "";
    return switch (scheme) {
      case "" -> file();
      case "http", "https" -> http(url());
      case "tcp", "udp" -> syslog(url());
      default ->
          throw new IllegalArgumentException(
              "'%s' is no address; it begins with http://, https://, tcp:// or udp://, or is the name"
                      .formatted(address)
                  + " of a file");
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

  private Exporter syslog(URI url) {
    if (!format.isEmpty() && !format.equals(SYSLOG)) {
      throw new IllegalArgumentException("only syslog is sent over " + url.getScheme());
    }
    if (url.getPort() < 0) {
      throw new IllegalArgumentException(
          "'" + address + "' names no port, as tcp://localhost:5514 does");
    }
    return new SyslogExporter(url);
  }

  private Exporter http(URI url) {
    if (format.equals(SYSLOG)) {
      throw new IllegalArgumentException(
          "syslog is sent over tcp or udp, as to tcp://localhost:5514");
    }
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
