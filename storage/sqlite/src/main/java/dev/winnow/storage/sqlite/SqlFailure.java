package dev.winnow.storage.sqlite;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What a failure of SQLite means to whoever uses the control store. */
final class SqlFailure {
  /** The low byte of a result code is its kind; the others say more about that kind. */
  private static final int KIND_MASK = 0xff;

  private SqlFailure() {}

  static WinnowException of(SQLException failure) {
    return switch (SQLiteErrorCode.getErrorCode(failure.getErrorCode() & KIND_MASK)) {
      case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT -> unusable("is damaged", failure);
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> unusable("may not be written", failure);
      case SQLITE_CANTOPEN -> unusable("cannot be opened", failure);
      case SQLITE_BUSY, SQLITE_LOCKED -> unavailable("is in use by another program", failure);
      case SQLITE_FULL -> unavailable("has no room left on its disk", failure);
      default -> unavailable("cannot be read or written", failure);
    };
  }

  static WinnowException unusable(String reason, Throwable cause) {
    return new WinnowException(
        ErrorCode.CONTROL_STORE_UNUSABLE, "the control store " + reason, cause);
  }

  private static WinnowException unavailable(String reason, Throwable cause) {
    return new WinnowException(
        ErrorCode.CONTROL_STORE_UNAVAILABLE, "the control store " + reason, cause);
  }
}
