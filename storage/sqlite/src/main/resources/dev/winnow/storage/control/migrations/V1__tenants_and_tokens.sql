-- All times are milliseconds since 1970.

CREATE TABLE tenant (
  id VARCHAR(64) NOT NULL PRIMARY KEY,
  name VARCHAR(256) NOT NULL,
  created BIGINT NOT NULL
);

CREATE TABLE api_token (
  id VARCHAR(64) NOT NULL PRIMARY KEY,
  hash VARCHAR(64) NOT NULL UNIQUE,
  tenant_id VARCHAR(64) NOT NULL REFERENCES tenant (id),
  name VARCHAR(256) NOT NULL,
  role VARCHAR(16) NOT NULL,
  created BIGINT NOT NULL,
  last_used BIGINT,
  expires BIGINT,
  revoked BIGINT
);

CREATE INDEX api_token_by_tenant ON api_token (tenant_id, created);
