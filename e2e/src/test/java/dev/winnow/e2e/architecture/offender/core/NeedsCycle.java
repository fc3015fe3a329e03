package dev.winnow.e2e.architecture.offender.core;

import dev.winnow.e2e.architecture.offender.core.cycle.NeedsCore;

/** One half of two packages that need each other. */
public record NeedsCycle(NeedsCore other) {}
