@NullMarked
package dev.winnow.formats.join;

import org.jspecify.annotations.NullMarked;
