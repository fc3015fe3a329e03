package dev.winnow.server.receiver;

import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.server.access.Principal;
import dev.winnow.server.listen.BodyRoute;
import dev.winnow.server.listen.HttpHead;
import dev.winnow.server.listen.HttpReply;
import dev.winnow.server.listen.RequestBody;
import java.util.List;
import java.util.Set;

/**
 * What clients of Elasticsearch and shippers ask before they send. There are no indices that could
 * have templates, pipelines or policies, so whatever is looked for is there, and what is set up has
 * no effect.
 */
public final class ElasticsearchProbeRoute implements BodyRoute {
  /** Where they ask; a star stands for whatever follows. */
  public static final List<String> PATHS =
      List.of(
          "/",
          "/_license",
          "/_xpack",
          "/_cat/*",
          "/_cluster/*",
          "/_component_template/*",
          "/_ilm/*",
          "/_index_template/*",
          "/_ingest/*",
          "/_nodes/*",
          "/_template/*",
          "/logstash",
          "/logstash/*");

  private static final int OK = 200;
  private static final Set<String> ASKING = Set.of("GET", "HEAD");

  private static final String LICENSE =
      """
      {"license":{"status":"active","type":"basic","mode":"basic",\
      "uid":"00000000-0000-0000-0000-000000000000"}}\
      """;

  private final String version;

  /** A route that claims to be of a version of Elasticsearch, by which clients choose. */
  public ElasticsearchProbeRoute(String version) {
    this.version = version;
  }

  @Override
  public String receiver() {
    return ElasticsearchReply.RECEIVER;
  }

  @Override
  public Set<String> methods() {
    return Set.of("GET", "HEAD", "PUT", "POST");
  }

  /** At the start, people with a browser are shown something else. */
  @Override
  public boolean takes(HttpHead head) {
    boolean isStart = head.path().equals("/");
    boolean isPerson = isStart && head.header("Accept").contains("text/html");
    return (isStart ? ASKING : methods()).contains(head.method()) && !isPerson;
  }

  @Override
  public HttpReply answer(Principal sender, HttpHead head, RequestBody body) {
    String json = ASKING.contains(head.method()) ? found(head.path()) : "{\"acknowledged\":true}";
    return ElasticsearchReply.of(OK, head, json);
  }

  private String found(String path) {
    return switch (path) {
      case "/" -> start();
      case "/_license" -> LICENSE;
      case "/_cluster/health" -> "{\"cluster_name\":\"winnow\",\"status\":\"green\"}";
      default -> "{}";
    };
  }

  /** All that clients of some version ask for, who take the server for another product else. */
  private String start() {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out);
    json.beginObject();
    json.key("name").value("winnow").key("cluster_name").value("winnow");
    json.key("cluster_uuid").value("winnow");
    json.key("version").beginObject();
    json.key("number").value(version).key("build_flavor").value("default");
    json.key("build_type").value("tar").key("build_hash").value("unknown");
    json.key("build_date").value("1970-01-01T00:00:00Z").key("build_snapshot").value(false);
    json.key("lucene_version").value("9.12.0");
    json.key("minimum_wire_compatibility_version").value("7.17.0");
    json.key("minimum_index_compatibility_version").value("7.0.0");
    json.endObject();
    json.key("tagline").value("You Know, for Search").endObject();
    return out.toString();
  }

  @Override
  public HttpReply refuse(HttpHead head, WinnowException reason) {
    return ElasticsearchReply.refusal(head, reason);
  }
}
