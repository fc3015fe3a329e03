package dev.winnow.storage.testkit.control;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.SavedDocument;
import dev.winnow.storage.control.SavedDocumentStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class InMemoryDocuments implements SavedDocumentStore {
  private static final Comparator<SavedDocument> BY_NAME =
      Comparator.comparing(SavedDocument::name).thenComparing(SavedDocument::id);

  private final InMemoryTenants tenants;
  private final List<SavedDocument> documents = new ArrayList<>();

  InMemoryDocuments(InMemoryTenants tenants) {
    this.tenants = tenants;
  }

  @Override
  public synchronized void add(SavedDocument document) {
    tenants.demand(document.tenantId());
    if (find(document.tenantId(), document.id()).isPresent()) {
      throw taken(document);
    }
    demandFreeName(document);
    if (list(document.tenantId(), document.kind()).size() == MAX_PER_KIND) {
      throw new WinnowException(
          ErrorCode.LIMIT_REACHED,
          "there are "
              + MAX_PER_KIND
              + " documents of kind "
              + document.kind()
              + ", as many as may be");
    }
    documents.add(document);
  }

  @Override
  public synchronized void replace(SavedDocument document) {
    SavedDocument old =
        find(document.tenantId(), document.id())
            .filter(found ->
                found.kind().equals(document.kind()) && found.owner().equals(document.owner()))
            .orElseThrow(() ->
                new WinnowException(
                    ErrorCode.NOT_FOUND, "there is no " + document.kind() + " " + document.id()));
    demandFreeName(document);
    documents.set(documents.indexOf(old), document);
  }

  private void demandFreeName(SavedDocument document) {
    for (SavedDocument other : list(document.tenantId(), document.kind())) {
      if (other.owner().equals(document.owner())
          && other.name().equals(document.name())
          && !other.id().equals(document.id())) {
        throw taken(document);
      }
    }
  }

  private static WinnowException taken(SavedDocument document) {
    return new WinnowException(
        ErrorCode.NAME_TAKEN, "there is a " + document.kind() + " with that name or id");
  }

  @Override
  public synchronized Optional<SavedDocument> find(String tenantId, String id) {
    return documents.stream()
        .filter(document -> document.tenantId().equals(tenantId) && document.id().equals(id))
        .findAny();
  }

  @Override
  public synchronized List<SavedDocument> list(String tenantId, String kind) {
    return documents.stream()
        .filter(document -> document.tenantId().equals(tenantId) && document.kind().equals(kind))
        .sorted(BY_NAME)
        .toList();
  }

  @Override
  public synchronized boolean remove(String tenantId, String id) {
    return documents.removeIf(
        document -> document.tenantId().equals(tenantId) && document.id().equals(id));
  }
}
