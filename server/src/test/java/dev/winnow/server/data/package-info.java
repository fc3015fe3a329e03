@NullMarked
package dev.winnow.server.data;

import org.jspecify.annotations.NullMarked;
