@NullMarked
package dev.winnow.server.deletion;

import org.jspecify.annotations.NullMarked;
