package dev.winnow.cli.analysis;

import dev.winnow.formats.join.LineLedger;
import dev.winnow.formats.join.ReadingNotes;

/**
 * What was found about one input as a whole.
 *
 * @param bytes of text
 */
public record InputFindings(
    String name,
    long bytes,
    LayoutCounts layouts,
    LineLedger ledger,
    ReadingNotes notes,
    Disorder disorder) {}
