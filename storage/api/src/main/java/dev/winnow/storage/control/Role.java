package dev.winnow.storage.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a token's holder may do; each role may do all that the ones before it may. */
public enum Role {
  /** Reads. */
  VIEWER,
  /** Reads, sends records, and changes what is saved. */
  EDITOR,
  /** Does everything: also tokens, retention and the audit log. */
  ADMIN;

  /** Whether who has this role may do what {@code needed} may do. */
  public boolean includes(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** The role's name in lower case, as it is written everywhere outside Java. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role of that name.
   *
   * @throws dev.winnow.kernel.WinnowException if there is none ({@code INVALID_VALUE})
   */
  public static Role parse(String text) {
    for (Role role : values()) {
      if (role.text().equals(text)) {
        return role;
      }
    }
    String all = Arrays.stream(values()).map(Role::text).collect(Collectors.joining(", "));
    throw Valid.refused("role", "must be one of " + all);
  }
}
