@NullMarked
package dev.winnow.e2e.architecture.offender.kernel;

import org.jspecify.annotations.NullMarked;
