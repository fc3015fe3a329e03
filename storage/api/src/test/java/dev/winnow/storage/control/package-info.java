@NullMarked
package dev.winnow.storage.control;

import org.jspecify.annotations.NullMarked;
