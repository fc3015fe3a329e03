@NullMarked
package dev.winnow.server.listen;

import org.jspecify.annotations.NullMarked;
