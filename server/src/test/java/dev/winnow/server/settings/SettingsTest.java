package dev.winnow.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.AuditEntry;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.RetentionClass;
import dev.winnow.storage.control.RetentionRule;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.SavedDocument;
import dev.winnow.storage.testkit.control.InMemoryControlStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class SettingsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Actor ANN = new Actor("ann", "Ann");
  private static final Actor BOB = new Actor("bob", "Bob");
  private static final RetentionClass AUDIT =
      new RetentionClass(
          "audit", 1, Duration.ofDays(400), 5_000_000L, List.of(new RetentionRule("acme", null)));

  private final ControlStore store = new InMemoryControlStore(NOON);
  private final Retention retention = new Retention(store, () -> NOON);
  private final SavedDocuments documents =
      new SavedDocuments(store, "view", () -> NOON, new SplittableRandom(1));

  private static void assertRefused(ErrorCode code, ThrowingCallable action) {
    assertThat(Assertions.catchThrowableOfType(WinnowException.class, action))
        .extracting(WinnowException::code)
        .isEqualTo(code);
  }

  private List<AuditEntry> audited() {
    return store.auditLog().newest("default", Long.MAX_VALUE, 10).stream()
        .map(numbered -> numbered.entry())
        .toList();
  }

  private static AuditEntry entry(String action, String details) {
    return new AuditEntry(NOON, "default", ANN, action, "audit", details);
  }

  @Test
  void auditsChangesOfRetention() {
    retention.put(ANN, AUDIT);
    assertThat(retention.classes().inOrder())
        .containsExactly(AUDIT, RetentionClass.initialDefault());
    retention.remove(ANN, "audit");
    assertThat(retention.classes().inOrder()).containsExactly(RetentionClass.initialDefault());
    assertThat(audited())
        .containsExactly(
            entry("retention_class.remove", "{}"),
            entry(
                "retention_class.put",
                "{\"max_age\":\"PT9600H\",\"max_bytes\":5000000,\"position\":1,\"rules\":1}"));
  }

  @Test
  void auditsNothingThatDidNotHappen() {
    assertRefused(ErrorCode.NOT_FOUND, () -> retention.remove(ANN, "audit"));
    assertRefused(ErrorCode.NOT_REMOVABLE, () -> retention.remove(ANN, "default"));
    assertThat(audited()).isEmpty();
  }

  @Test
  void savesAndChangesDocuments() {
    SavedDocument saved = documents.create(ANN, "default", "errors", "{}");
    SavedDocument changed = documents.replace(ANN, Role.EDITOR, saved, "faults", "{\"a\":1}");
    assertThat(changed).isEqualTo(saved.with("faults", "{\"a\":1}", NOON));
    assertThat(documents.find("default", saved.id())).isEqualTo(changed);
    assertThat(documents.list("default")).containsExactly(changed);
    documents.remove(ANN, Role.EDITOR, changed);
    documents.remove(ANN, Role.EDITOR, changed);
    assertThat(documents.list("default")).isEmpty();
    assertThat(audited())
        .extracting(AuditEntry::action, AuditEntry::target, AuditEntry::details)
        .containsExactly(
            tuple("view.remove", saved.id(), "{\"name\":\"faults\"}"),
            tuple("view.replace", saved.id(), "{\"name\":\"faults\"}"),
            tuple("view.create", saved.id(), "{\"name\":\"errors\"}"));
  }

  @Test
  void letsOnlyTheOwnerAndAdministratorsChangeADocument() {
    SavedDocument saved = documents.create(ANN, "default", "errors", "{}");
    assertRefused(
        ErrorCode.FORBIDDEN, () -> documents.replace(BOB, Role.EDITOR, saved, "mine", "{}"));
    assertRefused(ErrorCode.FORBIDDEN, () -> documents.remove(BOB, Role.EDITOR, saved));
    assertThat(documents.list("default")).containsExactly(saved);
    documents.remove(BOB, Role.ADMIN, saved);
    assertThat(documents.list("default")).isEmpty();
  }

  @Test
  void findsADocumentOnlyByItsTenantAndKind() {
    SavedDocument saved = documents.create(ANN, "default", "errors", "{}");
    assertRefused(ErrorCode.NOT_FOUND, () -> documents.find("acme", saved.id()));
    SavedDocuments queries =
        new SavedDocuments(store, "query", () -> NOON, new SplittableRandom(2));
    assertRefused(ErrorCode.NOT_FOUND, () -> queries.find("default", saved.id()));
  }
}
