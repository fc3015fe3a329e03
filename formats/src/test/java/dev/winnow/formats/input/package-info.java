@NullMarked
package dev.winnow.formats.input;

import org.jspecify.annotations.NullMarked;
