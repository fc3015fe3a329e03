@NullMarked
package dev.winnow.formats.time;

import org.jspecify.annotations.NullMarked;
