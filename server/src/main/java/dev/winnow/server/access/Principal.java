package dev.winnow.server.access;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Whoever sends a request.
 *
 * @param tenantId whose data it is about
 * @param role what they may do
 * @param tokenId which token they showed; empty if none was needed
 */
public record Principal(String tenantId, Role role, String tokenId) {
  /**
   * Lets those pass who may do what {@code needed} may do.
   *
   * @throws WinnowException with {@code FORBIDDEN} for all others
   */
  public void require(Role needed) {
    if (!role.includes(needed)) {
      throw new WinnowException(
          ErrorCode.FORBIDDEN,
          "this needs a token of role %s, and yours has role %s"
              .formatted(needed.text(), role.text()));
    }
  }

  /**
   * Lets only administrators of the default tenant pass, who run the server for all tenants.
   *
   * @throws WinnowException with {@code FORBIDDEN} for all others
   */
  public void requireOperator() {
    require(Role.ADMIN);
    requireOverview();
  }

  /**
   * The tenant that a request is about: that of the sender, unless it names another, as only
   * administrators of the default tenant may.
   *
   * @param wanted null or empty for the sender's own
   * @throws WinnowException with {@code FORBIDDEN} for all others
   */
  public String tenant(@Nullable String wanted) {
    if (wanted == null || wanted.isEmpty() || wanted.equals(tenantId)) {
      return tenantId;
    }
    requireOperator();
    return wanted;
  }

  /**
   * Lets only those of the default tenant pass, who may see what is told of all tenants together.
   *
   * @throws WinnowException with {@code FORBIDDEN} for all others
   */
  public void requireOverview() {
    if (!tenantId.equals(Tenant.DEFAULT_ID)) {
      throw new WinnowException(
          ErrorCode.FORBIDDEN,
          "this is about more than one tenant and needs a token of the tenant "
              + Tenant.DEFAULT_ID);
    }
  }
}
