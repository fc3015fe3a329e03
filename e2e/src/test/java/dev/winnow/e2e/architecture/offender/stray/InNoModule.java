package dev.winnow.e2e.architecture.offender.stray;

/** In a package that no module owns. */
public final class InNoModule {}
