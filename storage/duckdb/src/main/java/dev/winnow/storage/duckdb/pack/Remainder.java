package dev.winnow.storage.duckdb.pack;

import dev.winnow.storage.duckdb.part.Engine;
import dev.winnow.storage.duckdb.table.PartSchema;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/**
 * What a part holds without some of its records, as views of one connection.
 *
 * <p>The counts are those of the part less what the records added to them, so that what was counted
 * and not kept stays counted.
 */
public final class Remainder {
  /** The table of the records that are left out, each by its commit and ordinal. */
  public static final String LEFT_OUT = "temp.left_out";

  private static final String RECORDS = "temp.remaining_records";
  private static final String ROLLUPS = "temp.remaining_rollups";

  private Remainder() {}

  /** Makes {@link #LEFT_OUT}, without any record. */
  public static void begin(DuckDBConnection connection) throws SQLException {
    Engine.execute(
        connection, "CREATE TEMP TABLE " + LEFT_OUT + " (batch_sequence BIGINT, ordinal INTEGER)");
  }

  /** The remainder of a part that is attached, as soon as {@link #LEFT_OUT} is filled. */
  public static PackSource of(String alias, DuckDBConnection connection) throws SQLException {
    PackSource all = PackSource.of(alias);
    String isLeftOut = LEFT_OUT + " USING (batch_sequence, ordinal)";
    Engine.execute(
        connection,
        "CREATE TEMP VIEW remaining_records AS SELECT r.* FROM %s r ANTI JOIN %s"
            .formatted(all.records(), isLeftOut));
    Engine.execute(
        connection,
        """
        CREATE TEMP VIEW remaining_rollups AS
        SELECT tenant_id, template_id, service_name, severity_number, minute,
          sum(records)::BIGINT AS records, sum(bytes)::BIGINT AS bytes
        FROM (
          SELECT * FROM %1$s
          UNION ALL
          SELECT tenant_id, template_id, service_name, severity_number, %4$s, -1, -bytes
          FROM %2$s SEMI JOIN %3$s)
        GROUP BY ALL HAVING sum(records) > 0
        """
            .formatted(all.rollups(), all.records(), isLeftOut, PartSchema.MINUTE));
    return new PackSource(RECORDS, ROLLUPS, all.applied());
  }
}
