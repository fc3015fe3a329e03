/**
 * Records for other programs: all that are selected, as a text of any length. {@link
 * dev.winnow.server.export.Exports} begins an {@link dev.winnow.server.export.Export}, which reads
 * page by page and writes in an {@link dev.winnow.server.export.ExportFormat} as fast as its reader
 * takes it; between pages it holds nothing of the store.
 */
@NullMarked
package dev.winnow.server.export;

import org.jspecify.annotations.NullMarked;
