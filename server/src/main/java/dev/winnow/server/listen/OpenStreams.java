package dev.winnow.server.listen;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.util.HashMap;
import java.util.Map;

/**
 * How many bodies are read as they come, shared by all ports: each may stay open for days, and hold
 * some of what came. Thread-safe.
 */
public final class OpenStreams {
  static final int MOST = 384;

  /** So that one tenant leaves some to the others. */
  static final int MOST_PER_TENANT = 256;

  private final Map<String, Integer> ofTenants = new HashMap<>();
  private int open;

  /**
   * Opens one.
   *
   * @return what closes it, to be run once
   * @throws WinnowException with {@code OVERLOADED} if as many are open as may be
   */
  synchronized Runnable enter(String tenantId) {
    int ofTenant = ofTenants.getOrDefault(tenantId, 0);
    if (open == MOST || ofTenant == MOST_PER_TENANT) {
      throw new WinnowException(
          ErrorCode.OVERLOADED,
          "there are %d open uploads, as many as are read at a time"
              .formatted(open == MOST ? open : ofTenant));
    }
    open++;
    ofTenants.put(tenantId, ofTenant + 1);
    return () -> leave(tenantId);
  }

  private synchronized void leave(String tenantId) {
    open--;
    ofTenants.computeIfPresent(tenantId, (_, count) -> count == 1 ? null : count - 1);
  }
}
