@NullMarked
package dev.winnow.e2e.architecture.offender.core.cycle;

import org.jspecify.annotations.NullMarked;
