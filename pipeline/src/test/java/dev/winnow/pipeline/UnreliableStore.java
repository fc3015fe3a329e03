package dev.winnow.pipeline;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.Batch;
import dev.winnow.storage.Commit;
import dev.winnow.storage.LedgerDelta;
import dev.winnow.storage.LedgerEntry;
import dev.winnow.storage.LedgerStore;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.LogWriter;
import dev.winnow.storage.StoredTemplate;
import dev.winnow.storage.TemplateStore;
import dev.winnow.storage.testkit.ForwardingLogStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A store that fails when it is told to, and remembers what it was given. */
final class UnreliableStore extends ForwardingLogStore {
  private final List<Batch> batches = new CopyOnWriteArrayList<>();
  private volatile Consumer<Batch> before = batch -> {};
  private volatile boolean isReadOnly;
  private volatile boolean isFaulty;

  UnreliableStore(LogStore store) {
    super(store);
  }

  /** Does something before each batch is appended, such as to fail. */
  void before(Consumer<Batch> action) {
    before = action;
  }

  /** Fails to save knowledge and to add to the ledger from now on. */
  void makeReadOnly() {
    isReadOnly = true;
  }

  /** Meets a fault that nobody foresaw on adding to the ledger from now on. */
  void makeFaulty() {
    isFaulty = true;
  }

  private void requireWritable() {
    if (isReadOnly) {
      throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "read-only");
    }
  }

  /** The batches that were given to it, failed ones included. */
  List<Batch> batches() {
    return batches;
  }

  private Commit append(Batch batch) {
    batches.add(batch);
    before.accept(batch);
    return super.writer().append(batch);
  }

  @Override
  public LogWriter writer() {
    return this::append;
  }

  @Override
  public TemplateStore templates() {
    return new Templates(super.templates());
  }

  private final class Templates implements TemplateStore {
    private final TemplateStore templates;

    private Templates(TemplateStore templates) {
      this.templates = templates;
    }

    @Override
    public Optional<StoredTemplate> template(String tenantId, long templateId) {
      return templates.template(tenantId, templateId);
    }

    @Override
    public Collection<StoredTemplate> templates(String tenantId) {
      return templates.templates(tenantId);
    }

    @Override
    public long resolve(String tenantId, long templateId) {
      return templates.resolve(tenantId, templateId);
    }

    @Override
    public Optional<String> knowledge(String tenantId) {
      return templates.knowledge(tenantId);
    }

    @Override
    public void saveKnowledge(String tenantId, String json) {
      requireWritable();
      templates.saveKnowledge(tenantId, json);
    }
  }

  @Override
  public LedgerStore ledger() {
    return new Ledger(super.ledger());
  }

  private final class Ledger implements LedgerStore {
    private final LedgerStore ledger;

    private Ledger(LedgerStore ledger) {
      this.ledger = ledger;
    }

    @Override
    public void add(String tenantId, List<LedgerDelta> deltas) {
      requireWritable();
      if (isFaulty) {
        throw new IllegalStateException("a fault, as in a test");
      }
      ledger.add(tenantId, deltas);
    }

    @Override
    public List<LedgerEntry> entries(String tenantId) {
      return ledger.entries(tenantId);
    }

    @Override
    public List<LedgerEntry> entries() {
      return ledger.entries();
    }
  }
}
