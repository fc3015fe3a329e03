@NullMarked
package dev.winnow.e2e.architecture.offender.storage;

import org.jspecify.annotations.NullMarked;
