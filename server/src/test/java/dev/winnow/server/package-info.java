@NullMarked
package dev.winnow.server;

import org.jspecify.annotations.NullMarked;
