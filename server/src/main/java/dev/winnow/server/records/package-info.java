/**
 * Questions about records: pages of them, one, those around one, the values of fields, and how they
 * are spread over time. {@link dev.winnow.server.records.RecordAnswer} is the one form in which a
 * record leaves the server.
 */
@NullMarked
package dev.winnow.server.records;

import org.jspecify.annotations.NullMarked;
