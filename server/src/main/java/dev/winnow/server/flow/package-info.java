/**
 * The way of records through the server: receivers, the pipeline, the store, and what keeps the
 * store in order.
 */
@NullMarked
package dev.winnow.server.flow;

import org.jspecify.annotations.NullMarked;
