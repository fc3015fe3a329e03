@NullMarked
package dev.winnow.server.overview;

import org.jspecify.annotations.NullMarked;
