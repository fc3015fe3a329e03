package dev.winnow.storage.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The API tokens, each found by the hash of its secret. */
public interface TokenStore {
  /** The number of tokens that one tenant may have, revoked and expired ones included. */
  int MAX_PER_TENANT = 500;

  /**
   * Adds a token.
   *
   * @throws dev.winnow.kernel.WinnowException if its id or hash is in use ({@code NAME_TAKEN}), its
   *     tenant does not exist ({@code NOT_FOUND}) or has {@value #MAX_PER_TENANT} tokens ({@code
   *     LIMIT_REACHED})
   */
  void add(Token token, TokenHash hash);

  /**
   * Adds a token if there is none at all, of any tenant, even a revoked one; returns whether it was
   * added. Of several programs that try at the same time one succeeds.
   *
   * @throws dev.winnow.kernel.WinnowException if its tenant does not exist ({@code NOT_FOUND})
   */
  boolean addFirst(Token token, TokenHash hash);

  /** The token whose secret has that hash; also one that is revoked or has expired. */
  Optional<Token> find(TokenHash hash);

  /** The tokens of a tenant, the newest first; those of one time by id. */
  List<Token> list(String tenantId);

  /**
   * Revokes a token and returns it, if the tenant has one of that id. One that is revoked stays as
   * it is.
   */
  Optional<Token> revoke(String tenantId, String id, Instant when);

  /** Notes that a token was used. An earlier time than is known, or an unknown id, is ignored. */
  void recordUse(String id, Instant when);

  /** Removes the tokens that were revoked or expired before a time; returns how many. */
  int removeEndedBefore(Instant time);
}
