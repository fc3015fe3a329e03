@NullMarked
package dev.winnow.storage.testkit;

import org.jspecify.annotations.NullMarked;
