package dev.winnow.core.miner;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;

/**
 * The bounds of a miner.
 *
 * @param maxForms forms whose template is known without reading their text again; about 50 bytes of
 *     heap each
 * @param maxTemplates templates kept; beyond, the least used gives way
 * @param maxBytes estimated heap for what templates are made of; beyond, the least used gives way
 */
public record MinerSettings(int maxForms, int maxTemplates, long maxBytes) {
  /** 64 k forms, 10 k templates, 16 MB. */
  public static final MinerSettings DEFAULT = new MinerSettings(1 << 16, 10_000, 16L << 20);

  private static final int LEAST_COUNT = 16;
  private static final long LEAST_BYTES = 1 << 16;

  /** Refuses bounds that leave no room to learn. */
  public MinerSettings {
    if (maxForms < LEAST_COUNT || maxTemplates < LEAST_COUNT || maxBytes < LEAST_BYTES) {
      throw new WinnowException(
          ErrorCode.BUDGET_TOO_SMALL,
          "a miner needs room for 16 forms, 16 templates and 65536 bytes; got "
              + maxForms
              + " forms, "
              + maxTemplates
              + " templates and "
              + maxBytes
              + " bytes");
    }
  }
}
