@NullMarked
package dev.winnow.server.live;

import org.jspecify.annotations.NullMarked;
