package dev.winnow.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.TimeSpan;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.Deletion;
import dev.winnow.storage.control.RetentionClass;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.Tenant;
import dev.winnow.storage.control.Token;
import dev.winnow.storage.control.TokenHash;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What happens to the file of a store, and what if it is not as it should be. */
final class SqliteFileTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final TokenHash HASH = new TokenHash("0a".repeat(32));
  private static final Token TOKEN =
      Token.issue("one", "default", "of a test", Role.ADMIN, NOON, null);

  private final Path directory;
  private final Path file;

  SqliteFileTest(@TempDir Path directory) {
    this.directory = directory;
    file = directory.resolve("control.db");
  }

  private ControlStore open() {
    return SqliteControlStore.open(file, NOON);
  }

  private static WinnowException failureOf(ThrowingCallable action) {
    return Assertions.catchThrowableOfType(WinnowException.class, action);
  }

  private void assertCannotBeOpened(ErrorCode code, String message) {
    WinnowException failure = failureOf(() -> open().close());
    assertThat(failure).hasMessageContaining(message);
    assertThat(failure.code()).isEqualTo(code);
  }

  @Test
  void keepsWhatWasChanged() {
    try (ControlStore store = open()) {
      store.tokens().add(TOKEN, HASH);
      store.retentionClasses().remove("none");
      store.check();
    }
    try (ControlStore store = open()) {
      assertThat(store.tokens().find(HASH)).hasValue(TOKEN);
      assertThat(store.tenants().list()).containsExactly(new Tenant("default", "default", NOON));
      store.check();
    }
  }

  @Test
  void isCopiedForItsOwnerWhileItIsInUse() throws IOException {
    Path copy = directory.resolve("copy.db");
    try (SqliteControlStore store = SqliteControlStore.open(file, NOON)) {
      store.tokens().add(TOKEN, HASH);
      store.copyTo(copy);
      Instant later = NOON.plusSeconds(1);
      assertThat(store.tokens().revoke("default", "one", later)).hasValue(TOKEN.withRevoked(later));
      assertThat(failureOf(() -> store.copyTo(copy)).code())
          .isEqualTo(ErrorCode.CONTROL_STORE_UNAVAILABLE);
    }

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    try (ControlStore store = SqliteControlStore.open(copy, NOON)) {
      assertThat(store.tokens().find(HASH)).hasValue(TOKEN);
    }
  }

  @Test
  void changesNothingWhereAChangeFails() {
    try (ControlStore store = open()) {
      RetentionClass before = store.retentionClasses().classes().inOrder().getFirst();
      Database database = Database.open(file);
      assertThat(
              failureOf(() ->
                  database.write(session -> {
                    session.change("DELETE FROM retention_class");
                    return session.change("INSERT INTO nowhere VALUES (1)");
                  })))
          .extracting(WinnowException::code)
          .isEqualTo(ErrorCode.CONTROL_STORE_UNAVAILABLE);
      database.close();
      assertThat(store.retentionClasses().classes().inOrder()).containsExactly(before);
    }
  }

  @Test
  void saysThatThereIsNoRoomAndGoesOn() {
    open().close();
    try (Database database = Database.open(file)) {
      database.write(session -> session.number("PRAGMA max_page_count = 1"));
      assertThat(failureOf(() -> addTenant(database, "x".repeat(1 << 20))))
          .hasMessage("the control store has no room left on its disk");
      database.write(session -> session.number("PRAGMA max_page_count = 100000"));
      assertThat(addTenant(database, "X")).isEqualTo(1);
    }
  }

  private static int addTenant(Database database, String name) {
    return database.write(session -> session.change("INSERT INTO tenant VALUES ('x', ?, 1)", name));
  }

  @Test
  void isReadableByItsOwnerOnly() throws IOException {
    Files.createFile(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    try (ControlStore store = open()) {
      store.tokens().add(TOKEN, HASH);
      try (var files = Files.list(directory)) {
        List<Path> all = files.sorted().toList();
        assertThat(all)
            .extracting(path -> path.getFileName().toString())
            .containsExactly("control.db", "control.db-shm", "control.db-wal");
        for (Path each : all) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
              .isEqualTo("rw-------");
        }
      }
    }
  }

  @Test
  void hasNoConditionOfADeletionInAnyFileOnceThatHasEnded() throws IOException {
    String secret = "hunter2-is-no-good-password";
    try (ControlStore store = open()) {
      Deletion deletion =
          new Deletion(
              "one",
              "default",
              Actor.LOCAL,
              NOON,
              "leak",
              TimeSpan.ALL,
              List.of("body"),
              1,
              null,
              null,
              null);
      store.deletions().add(deletion, "{\"value\":\"" + secret + "\"}");
      assertThat(isInAFile(secret)).isTrue();
      store.deletions().replace(deletion.ended(NOON, null));
      assertThat(isInAFile(secret)).isFalse();
    }
  }

  private boolean isInAFile(String text) throws IOException {
    try (var files = Files.list(directory)) {
      for (Path each : files.toList()) {
        if (new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
      return false;
    }
  }

  @Test
  void isUnavailableOnceClosed() {
    ControlStore store = open();
    store.close();
    assertThat(failureOf(store::check))
        .hasMessage("the control store is closed")
        .extracting(WinnowException::code)
        .isEqualTo(ErrorCode.CONTROL_STORE_UNAVAILABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3", "4", "5"})
  void bringsAnOlderOneUpToDate(String version) {
    try (Database database = Database.open(file)) {
      FluentConfiguration older = Schema.migrations(database).target(version);
      older.load().migrate();
      database.write(session -> session.change("INSERT INTO tenant VALUES ('acme', 'Acme', 1)"));
    }
    try (ControlStore store = open()) {
      assertThat(store.tenants().list()).extracting(Tenant::id).containsExactly("acme", "default");
      assertThat(store.retentionClasses().classes().inOrder())
          .containsExactly(RetentionClass.initialDefault());
      store.check();
    }
  }

  @Test
  void refusesANewerOne() {
    open().close();
    int later = Schema.LATEST + 1;
    try (Database database = Database.open(file)) {
      database.write(session ->
          session.change(
              """
              INSERT INTO flyway_schema_history
              SELECT 99, ?, 'later', type, 'Vx__later.sql', 0, 'x', installed_on, 0, success
              FROM flyway_schema_history WHERE version = ?
              """,
              Integer.toString(later),
              Integer.toString(Schema.LATEST)));
    }
    assertCannotBeOpened(
        ErrorCode.CONTROL_STORE_TOO_NEW,
        "the control store has version %d, but this program knows only versions up to %d"
            .formatted(later, Schema.LATEST));
  }

  @Test
  void refusesAnotherKindOfFile() throws IOException {
    Files.writeString(file, "not a database, but something longer than a header ".repeat(99));
    assertCannotBeOpened(ErrorCode.CONTROL_STORE_UNUSABLE, "is damaged");
  }

  @Test
  void refusesDamagedPages() throws IOException {
    try (ControlStore store = open()) {
      store.tokens().add(TOKEN, HASH);
    }
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      for (long page = 4096; page < bytes.length(); page += 4096) {
        bytes.seek(page);
        bytes.write(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1});
      }
    }
    assertCannotBeOpened(ErrorCode.CONTROL_STORE_UNUSABLE, "is damaged");
  }

  @Test
  void refusesADirectory() throws IOException {
    Files.createDirectory(file);
    assertCannotBeOpened(ErrorCode.CONTROL_STORE_UNUSABLE, "cannot be");
  }

  @Test
  void refusesADirectoryThatIsMissing() throws IOException {
    Files.delete(directory);
    assertCannotBeOpened(ErrorCode.CONTROL_STORE_UNUSABLE, "cannot be");
    Files.createDirectory(directory);
  }

  @ParameterizedTest
  @CsvSource({
    "SQLITE_CORRUPT, CONTROL_STORE_UNUSABLE, is damaged",
    "SQLITE_CORRUPT_INDEX, CONTROL_STORE_UNUSABLE, is damaged",
    "SQLITE_NOTADB, CONTROL_STORE_UNUSABLE, is damaged",
    "SQLITE_READONLY, CONTROL_STORE_UNUSABLE, may not be written",
    "SQLITE_READONLY_DBMOVED, CONTROL_STORE_UNUSABLE, may not be written",
    "SQLITE_CANTOPEN, CONTROL_STORE_UNUSABLE, cannot be opened",
    "SQLITE_BUSY, CONTROL_STORE_UNAVAILABLE, is in use by another program",
    "SQLITE_BUSY_SNAPSHOT, CONTROL_STORE_UNAVAILABLE, is in use by another program",
    "SQLITE_FULL, CONTROL_STORE_UNAVAILABLE, has no room left on its disk",
    "SQLITE_IOERR_FSYNC, CONTROL_STORE_UNAVAILABLE, cannot be read or written"
  })
  void saysWhatAFailureMeans(SQLiteErrorCode failure, ErrorCode code, String reason) {
    WinnowException said = SqlFailure.of(new SQLiteException("x", failure));
    assertThat(said).hasMessage("the control store " + reason);
    assertThat(said.code()).isEqualTo(code);
  }
}
