package dev.winnow.storage.testkit.control;

import dev.winnow.storage.control.ControlStore;
import java.time.Instant;
import org.junit.jupiter.api.Nested;

/** The store in memory keeps the contract. */
final class InMemoryControlStoreTest {
  private static ControlStore inMemory() {
    return new InMemoryControlStore(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Nested
  final class Tenants extends TenantStoreContract {
    @Override
    protected ControlStore newStore() {
      return inMemory();
    }
  }

  @Nested
  final class Tokens extends TokenStoreContract {
    @Override
    protected ControlStore newStore() {
      return inMemory();
    }
  }

  @Nested
  final class SavedDocuments extends SavedDocumentStoreContract {
    @Override
    protected ControlStore newStore() {
      return inMemory();
    }
  }

  @Nested
  final class RetentionClasses extends RetentionClassStoreContract {
    @Override
    protected ControlStore newStore() {
      return inMemory();
    }
  }

  @Nested
  final class Quotas extends QuotaStoreContract {
    @Override
    protected ControlStore newStore() {
      return inMemory();
    }
  }

  @Nested
  final class Audit extends AuditLogContract {
    @Override
    protected ControlStore newStore() {
      return inMemory();
    }
  }

  @Nested
  final class Usage extends QueryUsageStoreContract {
    @Override
    protected ControlStore newStore() {
      return inMemory();
    }
  }

  @Nested
  final class Deletions extends DeletionStoreContract {
    @Override
    protected ControlStore newStore() {
      return inMemory();
    }
  }
}
