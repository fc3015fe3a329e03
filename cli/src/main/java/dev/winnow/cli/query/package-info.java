/**
 * The commands {@code query}, {@code templates}, {@code export}, {@code tail} and {@code delete},
 * which ask a server: {@link dev.winnow.cli.query.QueryCommand} prints records, {@link
 * dev.winnow.cli.query.TemplatesCommand} the table of templates, {@link
 * dev.winnow.cli.query.ExportCommand} writes records to a file, and {@link
 * dev.winnow.cli.query.TailCommand} prints them as they are stored; {@link
 * dev.winnow.cli.query.DeleteCommand} has records deleted.
 */
@NullMarked
package dev.winnow.cli.query;

import org.jspecify.annotations.NullMarked;
