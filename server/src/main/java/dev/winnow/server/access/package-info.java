/** Who asks, and what they may do. */
@NullMarked
package dev.winnow.server.access;

import org.jspecify.annotations.NullMarked;
