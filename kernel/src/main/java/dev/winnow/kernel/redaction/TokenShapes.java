package dev.winnow.kernel.redaction;

import java.util.ArrayList;
import java.util.List;

/** The tokens that are known by their layout, as their issuers document it. */
final class TokenShapes {
  private static final int ALNUM = ByteClass.ALPHANUMERIC;
  private static final int NAME = ALNUM | ByteClass.UNDERSCORE;
  private static final int URL64 = NAME | ByteClass.DASH;
  private static final int URL64_DOT = URL64 | ByteClass.DOT;
  private static final int HEX = ByteClass.HEX;
  private static final int BASE32 = ByteClass.BASE32;
  private static final int ANY = Integer.MAX_VALUE;

  /** In order of preference: the first that fits is it. */
  static final List<TokenShape> ALL =
      List.of(
          new DottedToken(SecretKind.JWT, "eyJ", 12, 12, 4),
          run(SecretKind.AWS_ACCESS_KEY, BASE32, 16, 16, "AKIA", "ASIA", "ABIA", "ACCA"),
          run(SecretKind.GCP_API_KEY, URL64, 35, 35, "AIza"),
          run(SecretKind.GCP_OAUTH_TOKEN, URL64_DOT, 20, ANY, "ya29."),
          run(SecretKind.GOOGLE_CLIENT_SECRET, URL64, 28, 28, "GOCSPX-"),
          run(SecretKind.GITHUB_TOKEN, ALNUM, 36, 255, "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
          run(SecretKind.GITHUB_TOKEN, NAME, 50, 255, "github_pat_"),
          run(SecretKind.GITLAB_TOKEN, URL64_DOT, 20, ANY, "glpat-", "gldt-", "glrt-", "glptt-"),
          run(SecretKind.SLACK_TOKEN, URL64, 10, ANY, "xoxa-", "xoxb-", "xoxe-", "xoxo-", "xoxp-"),
          run(SecretKind.SLACK_TOKEN, URL64, 10, ANY, "xoxr-", "xoxs-", "xoxe.xoxp-", "xapp-"),
          run(SecretKind.STRIPE_KEY, ALNUM, 16, ANY, "sk_live_", "sk_test_"),
          run(SecretKind.STRIPE_KEY, ALNUM, 16, ANY, "rk_live_", "rk_test_"),
          run(SecretKind.STRIPE_KEY, ALNUM, 24, ANY, "whsec_"),
          run(SecretKind.TWILIO_KEY, HEX, 32, 32, "SK"),
          new DottedToken(SecretKind.SENDGRID_KEY, "SG.", 2, 60, 2),
          run(SecretKind.NPM_TOKEN, ALNUM, 36, 36, "npm_"),
          run(SecretKind.PYPI_TOKEN, URL64, 50, ANY, "pypi-AgE"),
          run(SecretKind.HUGGING_FACE_TOKEN, ALNUM, 30, 64, "hf_"),
          run(SecretKind.ANTHROPIC_KEY, URL64, 20, ANY, "sk-ant-"),
          run(SecretKind.OPENAI_KEY, URL64, 20, ANY, "sk-proj-", "sk-svcacct-", "sk-admin-"),
          run(SecretKind.OPENAI_KEY, ALNUM, 32, 128, "sk-"),
          run(SecretKind.DIGITALOCEAN_TOKEN, HEX, 64, 64, "dop_v1_", "doo_v1_", "dor_v1_"),
          run(SecretKind.SHOPIFY_TOKEN, ALNUM, 32, 64, "shpat_", "shpca_", "shppa_", "shpss_"),
          new DiscordToken(SecretKind.DISCORD_TOKEN),
          run(SecretKind.DATABRICKS_TOKEN, HEX, 32, 32, "dapi"),
          run(SecretKind.VAULT_TOKEN, URL64, 20, ANY, "hvs.", "hvb.", "hvr."),
          run(SecretKind.DOCKER_TOKEN, URL64, 20, 64, "dckr_pat_", "dckr_oat_"));

  private static final TokenShape[][] BY_FIRST_BYTE = byFirstByte();
  private static final BytePairs BEGINNINGS = beginnings();

  private TokenShapes() {}

  /** Whether a token may begin with these bytes; a fast test that is right when it says no. */
  static boolean mayBeginWith(byte first, byte second) {
    return BEGINNINGS.mayContain(first, second);
  }

  /** Adds the token that begins at {@code from}, if one does. */
  static boolean find(byte[] in, int from, int to, SecretSpans found) {
    for (TokenShape shape : BY_FIRST_BYTE[in[from] & 0xff]) {
      int end = shape.end(in, from, to);
      if (end > 0) {
        found.add(from, end, shape.kind());
        return true;
      }
    }
    return false;
  }

  /** The kind of the token that all these bytes are, else {@code otherwise}. */
  static SecretKind kindOf(byte[] in, int from, int to, SecretKind otherwise) {
    for (TokenShape shape : BY_FIRST_BYTE[in[from] & 0xff]) {
      if (shape.end(in, from, to) == to) {
        return shape.kind();
      }
    }
    return otherwise;
  }

  private static PrefixedToken run(
      SecretKind kind, int alphabet, int min, int max, String... prefixes) {
    return new PrefixedToken(kind, alphabet, min, max, List.of(prefixes));
  }

  private static BytePairs beginnings() {
    BytePairs pairs = new BytePairs();
    for (TokenShape shape : ALL) {
      shape.beginnings().forEach(pair -> pairs.add(pair.charAt(0), pair.charAt(1)));
    }
    return pairs;
  }

  private static TokenShape[][] byFirstByte() {
    TokenShape[][] table = new TokenShape[256][];
    for (int b = 0; b < table.length; b++) {
      List<TokenShape> shapes = new ArrayList<>();
      for (TokenShape shape : ALL) {
        char first = (char) b;
        if (shape.beginnings().stream().anyMatch(pair -> pair.charAt(0) == first)) {
          shapes.add(shape);
        }
      }
      table[b] = shapes.toArray(new TokenShape[0]);
    }
    return table;
  }
}
