/**
 * The commands {@code query}, {@code templates}, {@code export} and {@code tail}, which ask a
 * server: {@link dev.winnow.cli.query.QueryCommand} prints records, {@link
 * dev.winnow.cli.query.TemplatesCommand} the table of templates, {@link
 * dev.winnow.cli.query.ExportCommand} writes records to a file, and {@link
 * dev.winnow.cli.query.TailCommand} prints them as they are stored.
 */
@NullMarked
package dev.winnow.cli.query;

import org.jspecify.annotations.NullMarked;
