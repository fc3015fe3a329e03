/** The resource of deletions, and what it understands and answers. */
@NullMarked
package dev.winnow.server.http.deletion;

import org.jspecify.annotations.NullMarked;
