package dev.winnow.storage.sqlite;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables of the control store, and the version of them that this program knows. */
final class Schema {
  /** The version of the last migration. */
  static final int LATEST = 7;

  private static final String MIGRATIONS = "classpath:dev/winnow/storage/control/migrations";

  /** Kept here, because a logger that nobody refers to forgets its level. */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Schema() {}

  /**
   * Brings the tables to the latest version; returns whether anything was to do. If not, Flyway is
   * not even loaded: that would take longer than all the rest of opening a store.
   */
  static boolean migrate(Database database) {
    int version = database.read(Schema::versionOf);
    if (version > LATEST) {
      throw new WinnowException(
          ErrorCode.CONTROL_STORE_TOO_NEW,
          "the control store has version %d, but this program knows only versions up to %d"
              .formatted(version, LATEST));
    }
    if (version == LATEST) {
      return false;
    }
    // It tells of every step; what users must know is in the exceptions.
    FLYWAY.setLevel(Level.WARNING);
    try {
      migrations(database).load().migrate();
    } catch (FlywayException e) {
      throw SqlFailure.unusable("cannot be brought up to date", e);
    }
    return true;
  }

  static FluentConfiguration migrations(Database database) {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(database.source())
        .locations(MIGRATIONS)
        .validateMigrationNaming(true);
  }

  private static int versionOf(Session session) throws SQLException {
    boolean isNew =
        !session.exists("SELECT 1 FROM sqlite_master WHERE name = 'flyway_schema_history'");
    return isNew
        ? 0
        : (int)
            session.number(
                """
                SELECT COALESCE(MAX(CAST(version AS INTEGER)), 0)
                FROM flyway_schema_history WHERE success
                """);
  }
}
