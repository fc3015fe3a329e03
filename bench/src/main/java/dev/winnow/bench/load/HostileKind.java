package dev.winnow.bench.load;

import dev.winnow.bench.fuzz.Mutator;
import dev.winnow.bench.fuzz.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A kind of requests over HTTP that are nearly right.
 *
 * @param seeds what is changed
 * @param request makes a request of it
 */
record HostileKind(String name, List<byte[]> seeds, UnaryOperator<byte[]> request) {
  private static final int MAX_PATH_BYTES = 8 << 10;
  private static final String PROTOBUF = "Content-Type: application/x-protobuf\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";

  static List<HostileKind> all() {
    List<byte[]> heads = new ArrayList<>();
    Seeds.otlpJson().forEach(body -> heads.add(post("/v1/logs", JSON, body)));
    questions().forEach(path -> heads.add(ask(path)));
    return List.of(
        new HostileKind(
            "OTLP, protobuf", Seeds.otlpProtobuf(), body -> post("/v1/logs", PROTOBUF, body)),
        new HostileKind("OTLP, JSON", Seeds.otlpJson(), body -> post("/v1/logs", JSON, body)),
        new HostileKind("JSON lines", Seeds.jsonLines(), body -> post("/api/logs", JSON, body)),
        packed("gzip"),
        packed("zstd"),
        new HostileKind("questions", questions(), HostileKind::ask),
        new HostileKind("heads", heads, UnaryOperator.identity()));
  }

  Mutator mutator(long seed) {
    return new Mutator(seeds, seed);
  }

  /** A request that a server takes as it is. */
  static byte[] plain() {
    return post("/v1/logs", PROTOBUF, Seeds.otlpProtobuf().getFirst());
  }

  private static HostileKind packed(String encoding) {
    String headers = PROTOBUF + "Content-Encoding: " + encoding + "\r\n";
    return new HostileKind(
        "OTLP in " + encoding, Seeds.bodies(encoding), body -> post("/v1/logs", headers, body));
  }

  private static byte[] post(String path, String headers, byte[] body) {
    return RawRequest.of("POST " + path, headers, body);
  }

  /**
   * Asks for a path, of which only what no request can hold is escaped. What is far beyond the
   * limit of a head would get its answer behind a closed connection.
   */
  private static byte[] ask(byte[] path) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : Arrays.copyOf(path, Math.min(path.length, MAX_PATH_BYTES))) {
      if (b > ' ' && b < 0x7f) {
        escaped.append((char) b);
      } else {
        escaped.append("%%%02X".formatted(b & 0xff));
      }
    }
    return RawRequest.of("GET " + escaped, "", new byte[0]);
  }

  private static List<byte[]> questions() {
    String time = "start_time=2026-11-20T10:00:00Z&end_time=1795355200000";
    Stream<String> fixed =
        Stream.of(
            "/api/logs?limit=100&order=oldest&count=true&level=error&level=warn&service=shop",
            "/api/logs?search=failed&" + time,
            "/api/logs?trace_id=01020304050607080901020304050607&template_id=00000000000000ff",
            "/api/logs/facets?field=service&field=attributes.status&limit=10&" + time,
            "/api/logs/histogram?interval=5m&by=severity&" + time,
            "/api/logs/stats/services?hours=24",
            "/api/logs/stats/hourly?hours=24&service=shop",
            "/api/logs/trends/errors?hours=24",
            "/api/patterns?limit=20&min_count=1&max_count=1000&sort=count&" + time,
            "/api/patterns/00000000000000ff?" + time,
            "/api/patterns/00000000000000ff/variables?sample=100",
            "/api/patterns/00000000000000ff/exemplars?limit=3",
            "/api/patterns/diff?base_start=2h&base_end=1h&start_time=1h",
            "/api/metrics?window=5m",
            "/api/v1/ledger?tenant_id=default",
            "/api/v1/query_usage?limit=10",
            "/api/v1/audit?limit=10&before=7",
            "/api/v1/tokens",
            "/docs");
    Stream<String> cursors = Seeds.cursors().stream().map(each -> "/api/logs?cursor=2." + each);
    Stream<String> records =
        Seeds.recordIds().stream().map(id -> "/api/logs/" + id + "/context?before=5&after=5");
    Stream<String> predicates = Seeds.predicates().stream().map(each -> "/api/logs?query=" + each);
    return Stream.of(fixed, cursors, records, predicates)
        .flatMap(each -> each)
        .map(path -> path.getBytes(StandardCharsets.UTF_8))
        .toList();
  }
}
