@NullMarked
package dev.winnow.server.access;

import org.jspecify.annotations.NullMarked;
