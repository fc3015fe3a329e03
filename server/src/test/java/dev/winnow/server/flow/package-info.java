@NullMarked
package dev.winnow.server.flow;

import org.jspecify.annotations.NullMarked;
