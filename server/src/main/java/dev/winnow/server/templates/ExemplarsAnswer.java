package dev.winnow.server.templates;

import dev.winnow.server.records.RecordAnswer;
import java.util.List;

/** Records that stand for a template. */
public record ExemplarsAnswer(String templateId, List<RecordAnswer> exemplars) {}
