@NullMarked
package dev.winnow.storage.testkit.control;

import org.jspecify.annotations.NullMarked;
