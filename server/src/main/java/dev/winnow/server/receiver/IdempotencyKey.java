package dev.winnow.server.receiver;

/**
 * By which a request that is sent again is recognised (draft-ietf-httpapi-idempotency-key-header).
 */
final class IdempotencyKey {
  static final String HEADER = "Idempotency-Key";

  private IdempotencyKey() {}
}
