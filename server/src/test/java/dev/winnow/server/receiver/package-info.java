@NullMarked
package dev.winnow.server.receiver;

import org.jspecify.annotations.NullMarked;
