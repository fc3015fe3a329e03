@NullMarked
package dev.winnow.e2e.architecture.offender.storage.sqlite;

import org.jspecify.annotations.NullMarked;
