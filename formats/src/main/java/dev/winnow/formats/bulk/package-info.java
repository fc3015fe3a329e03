/**
 * The bulk API of Elasticsearch: lines of JSON in turn, an action and the document that it is for.
 *
 * <p>{@link dev.winnow.formats.bulk.BulkDecoder} makes a {@link
 * dev.winnow.formats.bulk.BulkRequest} of a body: a record of each document, named as OpenTelemetry
 * does where the Elastic Common Schema has other names, and what became of each action, which
 * {@link dev.winnow.formats.bulk.BulkAnswer} tells the sender. Records are only ever added: what
 * asks to change or delete a document is refused, and so is a line that cannot be read; the others
 * are taken.
 */
@NullMarked
package dev.winnow.formats.bulk;

import org.jspecify.annotations.NullMarked;
