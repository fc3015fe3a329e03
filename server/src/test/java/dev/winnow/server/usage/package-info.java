@NullMarked
package dev.winnow.server.usage;

import org.jspecify.annotations.NullMarked;
