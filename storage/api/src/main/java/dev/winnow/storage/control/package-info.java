/**
 * What Winnow keeps beside records: who may do what, and how it was told to behave.
 *
 * <p>{@link dev.winnow.storage.control.ControlStore} gathers one small port per kind of data. Every
 * change is durable when its method returns, and is atomic. Values are checked when they are made,
 * so a store is never asked to keep one that another engine would refuse; times are kept to the
 * millisecond. Whatever can grow has a limit, and each port says what gives way.
 *
 * <p>Secrets are not in here: of a token's {@link dev.winnow.storage.control.TokenSecret} only the
 * {@link dev.winnow.storage.control.TokenHash} is kept.
 */
@NullMarked
package dev.winnow.storage.control;

import org.jspecify.annotations.NullMarked;
