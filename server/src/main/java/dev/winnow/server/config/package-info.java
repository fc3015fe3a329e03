/**
 * The configuration of the server: one record for each part, whose components are the keys.
 *
 * <p>{@link dev.winnow.server.config.WinnowConfig} is the root; {@link
 * dev.winnow.server.config.ConfigLoader} fills it from defaults, file, environment and command
 * line. A key that no record has, or a value that its record refuses, is an error that says where
 * it came from. Reference and tests are made from the same records, so they cannot disagree.
 */
@NullMarked
package dev.winnow.server.config;

import org.jspecify.annotations.NullMarked;
