@NullMarked
package dev.winnow.storage.sqlite;

import org.jspecify.annotations.NullMarked;
