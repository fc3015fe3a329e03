package dev.winnow.storage.testkit.control;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.Token;
import dev.winnow.storage.control.TokenHash;
import dev.winnow.storage.control.TokenStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

final class InMemoryTokens implements TokenStore {
  private static final Comparator<Token> NEWEST_FIRST =
      Comparator.comparing(Token::created).reversed().thenComparing(Token::id);

  private final InMemoryTenants tenants;
  private final Map<TokenHash, Token> byHash = new LinkedHashMap<>();

  InMemoryTokens(InMemoryTenants tenants) {
    this.tenants = tenants;
  }

  @Override
  public synchronized void add(Token token, TokenHash hash) {
    tenants.demand(token.tenantId());
    if (byHash.containsKey(hash) || isKnown(token.id())) {
      throw new WinnowException(
          ErrorCode.NAME_TAKEN, "there is a token " + token.id() + " or one with its secret");
    }
    if (list(token.tenantId()).size() == MAX_PER_TENANT) {
      throw new WinnowException(
          ErrorCode.LIMIT_REACHED,
          "tenant " + token.tenantId() + " has " + MAX_PER_TENANT + " tokens, as many as may be");
    }
    byHash.put(hash, token);
  }

  private boolean isKnown(String id) {
    return byHash.values().stream().anyMatch(token -> token.id().equals(id));
  }

  @Override
  public synchronized boolean addFirst(Token token, TokenHash hash) {
    tenants.demand(token.tenantId());
    if (!byHash.isEmpty()) {
      return false;
    }
    byHash.put(hash, token);
    return true;
  }

  @Override
  public synchronized Optional<Token> find(TokenHash hash) {
    return Optional.ofNullable(byHash.get(hash));
  }

  @Override
  public synchronized List<Token> list(String tenantId) {
    return byHash.values().stream()
        .filter(token -> token.tenantId().equals(tenantId))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  @Override
  public synchronized Optional<Token> revoke(String tenantId, String id, Instant when) {
    change(
        id,
        token ->
            token.tenantId().equals(tenantId) && token.revoked() == null
                ? token.withRevoked(when)
                : token);
    return list(tenantId).stream().filter(token -> token.id().equals(id)).findAny();
  }

  @Override
  public synchronized void recordUse(String id, Instant when) {
    change(
        id,
        token -> {
          Instant known = token.lastUsed();
          return known == null || known.isBefore(when) ? token.withLastUsed(when) : token;
        });
  }

  private void change(String id, UnaryOperator<Token> change) {
    byHash.replaceAll((hash, token) -> token.id().equals(id) ? change.apply(token) : token);
  }

  @Override
  public synchronized int removeEndedBefore(Instant time) {
    int before = byHash.size();
    byHash.values().removeIf(token -> hasEndedBefore(token, time));
    return before - byHash.size();
  }

  private static boolean hasEndedBefore(Token token, Instant time) {
    Instant revoked = token.revoked();
    Instant expires = token.expires();
    return (revoked != null && revoked.isBefore(time))
        || (expires != null && expires.isBefore(time));
  }
}
