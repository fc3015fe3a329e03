package dev.winnow.cli.analysis;

import dev.winnow.core.miner.Template;
import dev.winnow.core.miner.TemplateMiner;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Tells the templates of several logs by the same ids. What one log shows to be a variable may be a
 * constant in another, as a host name in the log of that host; the templates of all logs together
 * have it open in all.
 */
public final class CommonTemplates {
  private final TemplateMiner miner;

  public CommonTemplates(Findings... logs) {
    miner = TemplateMiner.join(Tally.MINER, Arrays.stream(logs).map(Findings::miner).toList());
  }

  /** What one of the logs has of each template, by the id that all of them have for it. */
  public Map<Long, TemplateFindings> of(Findings log) {
    Map<Long, TemplateFindings> found = new LinkedHashMap<>();
    for (TemplateFindings own : log.templates()) {
      Template common =
          Objects.requireNonNullElse(miner.template(own.template().id()), own.template());
      found.merge(common.id(), own.as(common), (one, other) -> one.plus(other, log.grid()));
    }
    return found;
  }
}
