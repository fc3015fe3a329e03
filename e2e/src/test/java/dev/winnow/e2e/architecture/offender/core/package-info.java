@NullMarked
package dev.winnow.e2e.architecture.offender.core;

import org.jspecify.annotations.NullMarked;
