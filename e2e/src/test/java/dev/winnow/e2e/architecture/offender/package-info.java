/**
 * Classes that break the rules on purpose. The packages below are to this one what the packages of
 * the modules are to {@code dev.winnow}.
 */
@NullMarked
package dev.winnow.e2e.architecture.offender;

import org.jspecify.annotations.NullMarked;
