@NullMarked
package dev.winnow.server.backup;

import org.jspecify.annotations.NullMarked;
