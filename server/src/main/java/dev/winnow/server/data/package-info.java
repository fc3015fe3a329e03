/** The directory in which everything is kept, and the disk that it lies on. */
@NullMarked
package dev.winnow.server.data;

import org.jspecify.annotations.NullMarked;
