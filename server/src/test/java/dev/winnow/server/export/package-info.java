@NullMarked
package dev.winnow.server.export;

import org.jspecify.annotations.NullMarked;
