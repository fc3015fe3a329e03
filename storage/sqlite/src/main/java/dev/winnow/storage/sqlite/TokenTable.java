package dev.winnow.storage.sqlite;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.Token;
import dev.winnow.storage.control.TokenHash;
import dev.winnow.storage.control.TokenStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

record TokenTable(Database database) implements TokenStore {
  @Override
  public void add(Token token, TokenHash hash) {
    database.write(session -> {
      TenantTable.demand(session, token.tenantId());
      demandNew(session, token, hash);
      demandRoom(session, token.tenantId());
      return insert(session, token, hash);
    });
  }

  private static void demandNew(Session session, Token token, TokenHash hash) throws SQLException {
    String taken = "SELECT 1 FROM api_token WHERE id = ? OR hash = ?";
    if (session.exists(taken, token.id(), hash.hex())) {
      throw new WinnowException(
          ErrorCode.NAME_TAKEN, "there is a token " + token.id() + " or one with its secret");
    }
  }

  private static void demandRoom(Session session, String tenantId) throws SQLException {
    long count = session.number("SELECT COUNT(*) FROM api_token WHERE tenant_id = ?", tenantId);
    if (count >= MAX_PER_TENANT) {
      throw new WinnowException(
          ErrorCode.LIMIT_REACHED,
          "tenant " + tenantId + " has " + MAX_PER_TENANT + " tokens, as many as may be");
    }
  }

  private static int insert(Session session, Token token, TokenHash hash) throws SQLException {
    return session.change(
        """
        INSERT INTO api_token
          (id, hash, tenant_id, name, role, created, last_used, expires, revoked)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        token.id(),
        hash.hex(),
        token.tenantId(),
        token.name(),
        token.role().text(),
        token.created(),
        token.lastUsed(),
        token.expires(),
        token.revoked());
  }

  @Override
  public boolean addFirst(Token token, TokenHash hash) {
    return database.write(session -> {
      TenantTable.demand(session, token.tenantId());
      return !session.exists("SELECT 1 FROM api_token LIMIT 1")
          && insert(session, token, hash) == 1;
    });
  }

  @Override
  public Optional<Token> find(TokenHash hash) {
    return database.read(session ->
        session.first(TokenTable::token, "SELECT * FROM api_token WHERE hash = ?", hash.hex()));
  }

  @Override
  public List<Token> list(String tenantId) {
    return database.read(session ->
        session.list(
            TokenTable::token,
            "SELECT * FROM api_token WHERE tenant_id = ? ORDER BY created DESC, id",
            tenantId));
  }

  @Override
  public Optional<Token> revoke(String tenantId, String id, Instant when) {
    return database.write(session -> {
      session.change(
          """
          UPDATE api_token SET revoked = ?
          WHERE tenant_id = ? AND id = ? AND revoked IS NULL
          """,
          when,
          tenantId,
          id);
      return session.first(
          TokenTable::token,
          "SELECT * FROM api_token WHERE tenant_id = ? AND id = ?",
          tenantId,
          id);
    });
  }

  @Override
  public void recordUse(String id, Instant when) {
    database.write(session ->
        session.change(
            """
            UPDATE api_token SET last_used = ?
            WHERE id = ? AND (last_used IS NULL OR last_used < ?)
            """,
            when,
            id,
            when));
  }

  @Override
  public int removeEndedBefore(Instant time) {
    return database.write(session ->
        session.change("DELETE FROM api_token WHERE revoked < ? OR expires < ?", time, time));
  }

  private static Token token(ResultSet row) throws SQLException {
    return new Token(
        row.getString("id"),
        row.getString("tenant_id"),
        row.getString("name"),
        Role.parse(row.getString("role")),
        Session.time(row, "created"),
        Session.timeOrNull(row, "last_used"),
        Session.timeOrNull(row, "expires"),
        Session.timeOrNull(row, "revoked"));
  }
}
