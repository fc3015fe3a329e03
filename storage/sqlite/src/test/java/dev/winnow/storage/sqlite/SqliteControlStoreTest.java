package dev.winnow.storage.sqlite;

import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.testkit.control.AuditLogContract;
import dev.winnow.storage.testkit.control.DeletionStoreContract;
import dev.winnow.storage.testkit.control.QueryUsageStoreContract;
import dev.winnow.storage.testkit.control.QuotaStoreContract;
import dev.winnow.storage.testkit.control.RetentionClassStoreContract;
import dev.winnow.storage.testkit.control.SavedDocumentStoreContract;
import dev.winnow.storage.testkit.control.TenantStoreContract;
import dev.winnow.storage.testkit.control.TokenStoreContract;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The store in SQLite keeps the contract. */
final class SqliteControlStoreTest {
  private final Path directory;

  SqliteControlStoreTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private ControlStore inDirectory() {
    return SqliteControlStore.open(directory.resolve("control.db"), Instant.EPOCH);
  }

  @Nested
  final class Tenants extends TenantStoreContract {
    @Override
    protected ControlStore newStore() {
      return inDirectory();
    }
  }

  @Nested
  final class Tokens extends TokenStoreContract {
    @Override
    protected ControlStore newStore() {
      return inDirectory();
    }
  }

  @Nested
  final class SavedDocuments extends SavedDocumentStoreContract {
    @Override
    protected ControlStore newStore() {
      return inDirectory();
    }
  }

  @Nested
  final class Retention extends RetentionClassStoreContract {
    @Override
    protected ControlStore newStore() {
      return inDirectory();
    }
  }

  @Nested
  final class Quotas extends QuotaStoreContract {
    @Override
    protected ControlStore newStore() {
      return inDirectory();
    }
  }

  @Nested
  final class Audit extends AuditLogContract {
    @Override
    protected ControlStore newStore() {
      return inDirectory();
    }
  }

  @Nested
  final class Usage extends QueryUsageStoreContract {
    @Override
    protected ControlStore newStore() {
      return inDirectory();
    }
  }

  @Nested
  final class Deletions extends DeletionStoreContract {
    @Override
    protected ControlStore newStore() {
      return inDirectory();
    }
  }
}
