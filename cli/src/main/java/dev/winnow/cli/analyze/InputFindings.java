package dev.winnow.cli.analyze;

import dev.winnow.formats.join.LineLedger;
import dev.winnow.formats.join.ReadingNotes;

/** What was found about one input as a whole. */
record InputFindings(
    String name, long bytes, LayoutCounts layouts, LineLedger ledger, ReadingNotes notes) {}
