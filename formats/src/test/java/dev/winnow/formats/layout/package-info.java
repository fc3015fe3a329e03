@NullMarked
package dev.winnow.formats.layout;

import org.jspecify.annotations.NullMarked;
