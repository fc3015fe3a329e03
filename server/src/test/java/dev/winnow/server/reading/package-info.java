@NullMarked
package dev.winnow.server.reading;

import org.jspecify.annotations.NullMarked;
