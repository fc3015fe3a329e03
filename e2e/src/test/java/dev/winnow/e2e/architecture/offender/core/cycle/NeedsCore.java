package dev.winnow.e2e.architecture.offender.core.cycle;

import dev.winnow.e2e.architecture.offender.core.NeedsCycle;

/** The other half of two packages that need each other. */
public record NeedsCore(NeedsCycle other) {}
