package dev.winnow.server.templates;

import dev.winnow.server.records.RecordAnswer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Records that stand for a template. */
@Schema(name = "ExemplarList")
public record ExemplarsAnswer(String templateId, List<RecordAnswer> exemplars) {}
