/**
 * The commands {@code query} and {@code templates}, which ask a server: {@link
 * dev.winnow.cli.query.QueryCommand} prints records, {@link dev.winnow.cli.query.TemplatesCommand}
 * the table of templates.
 */
@NullMarked
package dev.winnow.cli.query;

import org.jspecify.annotations.NullMarked;
