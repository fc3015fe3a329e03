package dev.winnow.e2e.serving;

import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValueJson;
import dev.winnow.kernel.record.Attributes;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a server answers over HTTP. */
record Answer(HttpResponse<byte[]> response) {
  int status() {
    return response.statusCode();
  }

  byte[] bytes() {
    return response.body();
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** The members of a JSON object. */
  Attributes json() {
    JsonScanner scanner = new JsonScanner().reset(text());
    if (AnyValueJson.read(scanner) instanceof AnyValue.KvListValue object
        && scanner.fault() == null) {
      return object.entries();
    }
    throw new AssertionError("no JSON object but " + status() + " " + text());
  }

  /** The text of a member, by its path. */
  String text(String path) {
    return json().at(path).text();
  }

  /** A member that is a whole number. */
  long number(String path) {
    if (json().at(path) instanceof AnyValue.IntValue number) {
      return number.value();
    }
    throw new AssertionError("%s is no number in %s".formatted(path, text()));
  }

  /** A member that is a list of objects. */
  List<Attributes> list(String path) {
    if (json().at(path) instanceof AnyValue.ArrayValue array) {
      return array.values().stream()
          .map(element -> ((AnyValue.KvListValue) element).entries())
          .toList();
    }
    throw new AssertionError("%s is no list in %s".formatted(path, text()));
  }

  /** The status and the code of a problem, such as {@code 404 not_found}. */
  String problem() {
    return status() + " " + text("code");
  }
}
