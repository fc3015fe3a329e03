CREATE TABLE audit_entry (
  number BIGINT NOT NULL PRIMARY KEY,
  recorded BIGINT NOT NULL,
  tenant_id VARCHAR(64) NOT NULL,
  actor_id VARCHAR(64) NOT NULL,
  actor_name VARCHAR(256) NOT NULL,
  action VARCHAR(64) NOT NULL,
  target VARCHAR(256) NOT NULL,
  details TEXT NOT NULL
);

CREATE INDEX audit_entry_by_tenant ON audit_entry (tenant_id, number);
CREATE INDEX audit_entry_by_time ON audit_entry (recorded);

-- One row, so that a number is not given again after its entry is gone.
CREATE TABLE audit_number (last BIGINT NOT NULL);
INSERT INTO audit_number (last) VALUES (0);
