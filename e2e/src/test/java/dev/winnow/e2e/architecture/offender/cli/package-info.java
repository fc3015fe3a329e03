@NullMarked
package dev.winnow.e2e.architecture.offender.cli;

import org.jspecify.annotations.NullMarked;
