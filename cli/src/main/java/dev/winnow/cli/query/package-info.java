/**
 * The commands {@code query}, {@code templates} and {@code tail}, which ask a server: {@link
 * dev.winnow.cli.query.QueryCommand} prints records, {@link dev.winnow.cli.query.TemplatesCommand}
 * the table of templates, and {@link dev.winnow.cli.query.TailCommand} records as they are stored.
 */
@NullMarked
package dev.winnow.cli.query;

import org.jspecify.annotations.NullMarked;
