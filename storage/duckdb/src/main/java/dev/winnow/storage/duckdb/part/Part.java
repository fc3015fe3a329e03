package dev.winnow.storage.duckdb.part;

import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.Partition;
import dev.winnow.storage.Segment;
import dev.winnow.storage.duckdb.block.RowBlock;
import dev.winnow.storage.duckdb.table.PartSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;

/**
 * A file of records and their counts, attached to the engine. One thread adds to it; what others
 * may ask is as of the last commit.
 */
public final class Part {
  /** More than what the rows between two checkpoints take, which are some 192 MB in the log. */
  private static final long CHECKPOINT_ROOM_BYTES = 192L << 20;

  /** What DuckDB says of a database that it gave up, and of one that is not attached. */
  private static final List<String> GONE = List.of("has been invalidated", "does not exist");

  private final PartFile file;
  private final String alias;
  private final List<RecordTable> tables;
  private final PartWriter writer;
  private volatile Extent extent;
  private volatile Position position;
  private volatile boolean isSealed;
  private volatile long recordsToStay = Long.MAX_VALUE;
  private boolean isChanged;
  private int holders;
  private boolean isDropped;
  private boolean isReplaced;
  private boolean isBeingDeleted;

  private Part(
      PartFile file, String alias, List<RecordTable> tables, Extent extent, Position position) {
    this.file = file;
    this.alias = alias;
    this.tables = tables;
    this.writer = new PartWriter(alias);
    this.isSealed = file.isPacked();
    this.extent = extent;
    this.position = position;
  }

  /** Attaches a file, and finds out what it holds. After a failure it is not attached. */
  static Part attach(PartFile file, String alias, DuckDBConnection connection) throws SQLException {
    return attach(file, file.path(), alias, connection);
  }

  /** Does the same with a file that gets its name later. */
  static Part attach(PartFile file, Path path, String alias, DuckDBConnection connection)
      throws SQLException {
    Engine.execute(connection, attachment(path.toString(), alias));
    try {
      return attached(file, alias, connection);
    } catch (SQLException | RuntimeException | Error failed) {
      try {
        detach(alias, connection);
      } catch (SQLException another) {
        failed.addSuppressed(another);
      }
      throw failed;
    }
  }

  private static Part attached(PartFile file, String alias, DuckDBConnection connection)
      throws SQLException {
    if (!file.isPacked()) {
      for (String statement : PartSchema.statements(alias)) {
        Engine.execute(connection, statement);
      }
    }
    List<RecordTable> tables =
        file.isPacked() ? RecordTable.packed(alias, connection) : RecordTable.unpacked(alias);
    Extent extent = extent(alias, connection);
    long[] applied =
        Engine.numbers(
            connection,
            "SELECT batch_sequence, rows FROM "
                + alias
                + ".applied ORDER BY batch_sequence DESC, rows DESC LIMIT 1");
    return new Part(file, alias, tables, extent, new Position(applied[0], (int) applied[1]));
  }

  private static Extent extent(String alias, DuckDBConnection connection) throws SQLException {
    long[] records =
        Engine.numbers(
            connection,
            String.format(
                "SELECT count(*), min(%s), max(%s), min(batch_sequence), max(batch_sequence)"
                    + " FROM %s.records",
                PartSchema.TIME, PartSchema.TIME, alias));
    long[] counts =
        Engine.numbers(
            connection, "SELECT count(*), min(minute), max(minute) FROM " + alias + ".rollups");
    Extent none = Extent.NOTHING;
    boolean isEmpty = records[0] == 0;
    return new Extent(
        records[0],
        isEmpty ? none.earliest() : records[1],
        records[2],
        isEmpty ? none.firstSequence() : records[3],
        records[4],
        counts[0] == 0 ? none.countedFrom() : counts[1],
        counts[2]);
  }

  static String attachment(String path, String alias) {
    return "ATTACH '"
        + path.replace("'", "''")
        + "' AS "
        + alias
        + " (ROW_GROUP_SIZE "
        + Engine.ROW_GROUP_SIZE
        + ", RECOVERY_MODE NO_WAL_WRITES)";
  }

  PartFile file() {
    return file;
  }

  /** The name of the attached database. */
  public String alias() {
    return alias;
  }

  /** Where a file is made that is to take the place of this part. */
  public Path replacement() {
    return PartFiles.replacement(file, alias);
  }

  public Partition partition() {
    return file.partition();
  }

  /** How far the log has been applied. */
  public Position position() {
    return position;
  }

  public long records() {
    return extent.records();
  }

  /** Told that so many records stay when it is replaced, which is about to happen. */
  void expect(long records) {
    recordsToStay = records;
  }

  /** How many records must be here at the next start, whether the part was replaced or not. */
  long leastRecords() {
    return Math.min(records(), recordsToStay);
  }

  long textBytes(DuckDBConnection connection, long from) throws SQLException {
    return Engine.numbers(
        connection,
        "SELECT sum(%s)::BIGINT FROM %s.%s WHERE rowid >= %d"
            .formatted(PartSchema.TEXT_BYTES, alias, PartSchema.RECORDS, from))[0];
  }

  /** How many rows are missing until whole row groups are full; 0 if none. */
  public int rowsToFill() {
    int over = (int) (extent.records() % Engine.ROW_GROUP_SIZE);
    return over == 0 ? 0 : Engine.ROW_GROUP_SIZE - over;
  }

  /** Whether nothing is added to it any more. */
  public boolean isSealed() {
    return isSealed;
  }

  boolean isPacked() {
    return file.isPacked();
  }

  PartView view() {
    Extent now = extent;
    return new PartView(
        alias,
        file.partition(),
        tables,
        now.records(),
        now.from(),
        now.to(),
        now.firstSequence(),
        now.lastSequence());
  }

  Segment segment() {
    Extent now = extent;
    return new Segment(
        file.name(),
        file.partition(),
        isSealed,
        now.records(),
        bytes(),
        now.records() == 0 ? 0 : now.earliest(),
        now.latest());
  }

  private long bytes() {
    try {
      return Files.size(file.path());
    } catch (IOException gone) {
      return 0;
    }
  }

  /**
   * Adds rows and what they add to the counts, in one transaction, and moves on to a position.
   * After a failure nothing of it is there, or the part {@linkplain #isToBeAttached is to be
   * attached anew}.
   */
  void append(DuckDBConnection connection, List<Rows> rows, RowBlock rollups, Position to)
      throws SQLException {
    Extent extended = extent;
    for (Rows some : rows) {
      extended = extended.with(some.block(), some.from(), some.to());
    }
    extended = extended.with(rollups);
    writer.append(connection, rows, rollups, to);
    extent = extended;
    position = to;
    isChanged = true;
    writer.confirm();
  }

  /**
   * Makes everything that was added survive the process.
   *
   * <p>A file whose checkpoint failed halfway has to be attached anew, without what was added since
   * the last one. So this does not even begin on a disk that is nearly full.
   */
  void checkpoint(DuckDBConnection connection) throws SQLException {
    if (isChanged) {
      if (!hasFile()) {
        throw deleted();
      }
      demandRoom();
      Engine.execute(connection, "CHECKPOINT " + alias);
      isChanged = false;
    }
  }

  boolean hasFile() {
    return Files.exists(file.path());
  }

  /** Why nothing can be made durable: the log has to keep what it has. */
  WinnowException deleted() {
    return Engine.unavailable(
        "part "
            + file.path()
            + " was deleted while it was in use; restore it from a backup, and start again");
  }

  private void demandRoom() {
    try {
      long usable = Files.getFileStore(file.folder()).getUsableSpace();
      if (usable < CHECKPOINT_ROOM_BYTES) {
        throw Engine.unavailable(
            "the disk of %s has %d bytes left, a checkpoint needs %d"
                .formatted(file.folder(), usable, CHECKPOINT_ROOM_BYTES));
      }
    } catch (IOException failed) {
      throw Engine.unavailable("the disk of " + file.folder() + " is unknown", failed);
    }
  }

  /** Takes nothing more in. Everything in it survives the process from here on. */
  void seal(DuckDBConnection connection) throws SQLException {
    checkpoint(connection);
    writer.close();
    isSealed = true;
  }

  /**
   * Whether the part can be used only after it was attached anew: DuckDB gave it up, or nobody
   * knows whether its last rows are there. After any other failure it is as it was.
   */
  boolean isToBeAttached(DuckDBConnection connection) {
    if (writer.isUncertain()) {
      return true;
    }
    try {
      Engine.numbers(connection, "SELECT count(*) FROM " + alias + ".applied");
      return false;
    } catch (SQLException failed) {
      String message = String.valueOf(failed.getMessage());
      return GONE.stream().anyMatch(message::contains);
    }
  }

  void detach(DuckDBConnection connection) throws SQLException {
    try {
      writer.close();
    } finally {
      detach(alias, connection);
    }
  }

  private static void detach(String alias, DuckDBConnection connection) throws SQLException {
    Engine.execute(connection, "DETACH DATABASE IF EXISTS " + alias);
  }

  /** Detaches the file, with what was added made to survive if that is possible. */
  void close(DuckDBConnection connection) throws SQLException {
    try {
      checkpoint(connection);
    } finally {
      detach(connection);
    }
  }

  void hold() {
    holders++;
  }

  void release() {
    holders--;
  }

  void drop() {
    isDropped = true;
  }

  /** Drops it for another part, which has its name. */
  void replace() {
    isDropped = true;
    isReplaced = true;
  }

  boolean isReplaced() {
    return isReplaced;
  }

  /** Whether it is dropped, and nobody holds it or deletes it yet: the caller has to. */
  boolean beginDeletion() {
    boolean isMine = isDropped && holders == 0 && !isBeingDeleted;
    isBeingDeleted |= isMine;
    return isMine;
  }

  /** Told that it could not be deleted, so that somebody tries again. */
  void endDeletion() {
    isBeingDeleted = false;
  }
}
