@NullMarked
package dev.winnow.e2e.architecture.offender.stray;

import org.jspecify.annotations.NullMarked;
