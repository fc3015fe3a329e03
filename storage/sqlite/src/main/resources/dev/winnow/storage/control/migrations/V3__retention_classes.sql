CREATE TABLE retention_class (
  name VARCHAR(32) NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  max_age_seconds BIGINT NOT NULL,
  max_bytes BIGINT
);

CREATE TABLE retention_rule (
  class_name VARCHAR(32) NOT NULL REFERENCES retention_class (name) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  tenant_id VARCHAR(64),
  predicate TEXT,
  PRIMARY KEY (class_name, ordinal)
);
