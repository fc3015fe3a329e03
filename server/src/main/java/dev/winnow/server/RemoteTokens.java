package dev.winnow.server;

import dev.winnow.cli.client.Question;
import dev.winnow.cli.client.ServerClient;
import dev.winnow.cli.server.NewToken;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.server.access.IssuedToken;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.Token;
import dev.winnow.storage.control.TokenSecret;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens of a running server, for its administrators. */
final class RemoteTokens implements TokenRegistry {
  private static final String PATH = "/api/v1/tokens";

  private final ServerClient client;

  RemoteTokens(ServerClient client) {
    this.client = client;
  }

  @Override
  public IssuedToken create(NewToken wish) {
    StringBuilder body = new StringBuilder();
    JsonWriter json = new JsonWriter(body).beginObject();
    json.key("name").value(wish.name()).key("role").value(wish.role());
    json.key("tenant_id").value(wish.tenantId());
    wish.validity().ifPresent(length -> json.key("expires").value(now().plus(length).toString()));
    json.endObject();
    Attributes answer = client.create(new Question(PATH), body.toString());
    return new IssuedToken(
        token(answer),
        TokenSecret.parse(answer.value("secret").text()).orElseThrow(client::foreign));
  }

  @Override
  public List<Token> list(String tenantId) {
    Attributes answer = client.ask(ofTenant(new Question(PATH), tenantId));
    List<Token> tokens = new ArrayList<>();
    if (answer.value("tokens") instanceof AnyValue.ArrayValue all) {
      for (AnyValue each : all.values()) {
        if (each instanceof AnyValue.KvListValue token) {
          tokens.add(token(token.entries()));
        }
      }
    }
    return tokens;
  }

  @Override
  public Token revoke(String tenantId, String id) {
    return token(client.delete(ofTenant(new Question(PATH).segment(id), tenantId)));
  }

  private static Question ofTenant(Question question, String tenantId) {
    return question.with("tenant_id", tenantId);
  }

  private Token token(Attributes answer) {
    try {
      return new Token(
          answer.value("id").text(),
          answer.value("tenant_id").text(),
          answer.value("name").text(),
          Role.parse(answer.value("role").text()),
          Instant.parse(answer.value("created").text()),
          time(answer, "last_used"),
          time(answer, "expires"),
          time(answer, "revoked"));
    } catch (WinnowException | DateTimeException notAToken) {
      throw client.foreign();
    }
  }

  private static @Nullable Instant time(Attributes answer, String name) {
    String text = answer.value(name).text();
    return text.isEmpty() ? null : Instant.parse(text);
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void close() {
    client.close();
  }
}
