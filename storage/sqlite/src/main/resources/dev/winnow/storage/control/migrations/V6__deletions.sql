CREATE TABLE deletion (
  number BIGINT NOT NULL PRIMARY KEY,
  id VARCHAR(64) NOT NULL UNIQUE,
  tenant_id VARCHAR(64) NOT NULL,
  actor_id VARCHAR(64) NOT NULL,
  actor_name VARCHAR(256) NOT NULL,
  requested BIGINT NOT NULL,
  reason VARCHAR(256) NOT NULL,
  span_from BIGINT NOT NULL,
  span_to BIGINT NOT NULL,
  fields TEXT NOT NULL,
  last_commit BIGINT NOT NULL,
  records BIGINT,
  ended BIGINT,
  failure VARCHAR(64),
  -- What the records meet; only as long as it is needed, as it may hold a secret.
  condition TEXT
);

CREATE INDEX deletion_by_tenant ON deletion (tenant_id, number);
