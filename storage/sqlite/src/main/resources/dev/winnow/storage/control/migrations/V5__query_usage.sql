CREATE TABLE query_usage (
  tenant_id VARCHAR(64) NOT NULL,
  subject VARCHAR(16) NOT NULL,
  name VARCHAR(256) NOT NULL,
  uses BIGINT NOT NULL,
  last_used BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, subject, name)
);
