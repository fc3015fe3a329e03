/**
 * What is set through the API while the server runs: tokens, retention classes, saved views, and
 * the record of who changed them.
 */
@NullMarked
package dev.winnow.server.http.settings;

import org.jspecify.annotations.NullMarked;
