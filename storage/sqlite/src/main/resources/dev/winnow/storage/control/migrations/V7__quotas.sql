CREATE TABLE quota (
  tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (id),
  service_name VARCHAR(256) NOT NULL,
  max_records BIGINT,
  max_bytes BIGINT,
  warn_percentage INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, service_name)
);
