package dev.winnow.storage.duckdb;

import dev.winnow.kernel.hash.Hash64;
import dev.winnow.storage.StoredTemplate;
import dev.winnow.storage.TemplateStore;
import dev.winnow.storage.duckdb.block.BinaryReader;
import dev.winnow.storage.duckdb.block.BinaryWriter;
import dev.winnow.storage.duckdb.disk.DurableFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/** Templates out of the catalogue, and what miners knew in a file for each tenant. */
final class DuckDbTemplates implements TemplateStore {
  private final Catalogue catalogue;
  private final Path directory;

  DuckDbTemplates(Catalogue catalogue, Path directory) {
    this.catalogue = catalogue;
    this.directory = directory;
  }

  @Override
  public Optional<StoredTemplate> template(String tenantId, long templateId) {
    return catalogue.template(tenantId, templateId);
  }

  @Override
  public Collection<StoredTemplate> templates(String tenantId) {
    return catalogue.templates(tenantId);
  }

  @Override
  public long resolve(String tenantId, long templateId) {
    return catalogue.resolve(tenantId, templateId);
  }

  @Override
  public Optional<String> knowledge(String tenantId) {
    return file(tenantId)
        .read()
        .map(BinaryReader::new)
        .filter(content -> content.takeText().equals(tenantId))
        .map(BinaryReader::takeText);
  }

  @Override
  public void saveKnowledge(String tenantId, String json) {
    BinaryWriter content = new BinaryWriter(json.length());
    content.putText(tenantId);
    content.putText(json);
    file(tenantId).write(content.toByteArray());
  }

  /** Named after a hash, as the name of a tenant may hold anything. */
  private DurableFile file(String tenantId) {
    byte[] name = tenantId.getBytes(StandardCharsets.UTF_8);
    return new DurableFile(directory, Long.toHexString(Hash64.of(name, 0, name.length, 0)));
  }
}
