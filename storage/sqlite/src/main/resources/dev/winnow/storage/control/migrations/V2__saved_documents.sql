CREATE TABLE saved_document (
  tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (id),
  id VARCHAR(64) NOT NULL,
  kind VARCHAR(64) NOT NULL,
  owner VARCHAR(64) NOT NULL,
  name VARCHAR(256) NOT NULL,
  content TEXT NOT NULL,
  created BIGINT NOT NULL,
  updated BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, kind, owner, name)
);
