package dev.winnow.kernel.redaction;

import java.util.Locale;

/**
 * What a secret is: which service honours it, or what the key in front of it says.
 *
 * <p>The {@linkplain #text() names} are stable: they are stored inside redacted text.
 */
public enum SecretKind {
  /** A JSON Web Token, signed (RFC 7515), encrypted (RFC 7516) or unsecured (RFC 7519). */
  JWT,
  /** A bearer token (RFC 6750). */
  BEARER_TOKEN,
  /** User and password of HTTP Basic authentication (RFC 7617). */
  BASIC_CREDENTIALS,
  /** The credentials of any other HTTP authentication scheme (RFC 9110). */
  AUTHORIZATION,
  AWS_ACCESS_KEY,
  AWS_SECRET_KEY,
  AWS_SESSION_TOKEN,
  GCP_API_KEY,
  GCP_OAUTH_TOKEN,
  GOOGLE_CLIENT_SECRET,
  /** The account key of a storage account, or the shared access key of a message bus. */
  AZURE_ACCOUNT_KEY,
  AZURE_CLIENT_SECRET,
  /** The signature that makes a URL an entry ticket, as in Azure SAS and AWS presigned URLs. */
  URL_SIGNATURE,
  GITHUB_TOKEN,
  GITLAB_TOKEN,
  SLACK_TOKEN,
  SLACK_WEBHOOK,
  STRIPE_KEY,
  TWILIO_KEY,
  SENDGRID_KEY,
  NPM_TOKEN,
  PYPI_TOKEN,
  HUGGING_FACE_TOKEN,
  OPENAI_KEY,
  ANTHROPIC_KEY,
  DIGITALOCEAN_TOKEN,
  SHOPIFY_TOKEN,
  TELEGRAM_TOKEN,
  DISCORD_TOKEN,
  DATABRICKS_TOKEN,
  VAULT_TOKEN,
  DOCKER_TOKEN,
  /** A private key in textual encoding (RFC 7468), from BEGIN to END. */
  PRIVATE_KEY,
  /** The number of a payment card (ISO/IEC 7812). */
  CREDIT_CARD,
  /** The password in the authority of a URL (RFC 3986, section 3.2.1). */
  CONNECTION_PASSWORD,
  PASSWORD,
  SECRET,
  CLIENT_SECRET,
  API_KEY,
  ACCESS_KEY,
  TOKEN,
  CREDENTIAL,
  /** The pairs of a Cookie header, or the value of a Set-Cookie header (RFC 6265). */
  COOKIE,
  SESSION_ID;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The stable name, in lower_snake_case. */
  public String text() {
    return text;
  }

  /** The text that a redacted secret of this kind becomes, such as {@code <secret:jwt>}. */
  public String marker() {
    return "<secret:" + text + ">";
  }
}
