@NullMarked
package dev.winnow.storage;

import org.jspecify.annotations.NullMarked;
