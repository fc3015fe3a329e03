package dev.winnow.e2e.architecture.offender.unmarked;

/** In a package without a declaration. */
public final class Unmarked {}
