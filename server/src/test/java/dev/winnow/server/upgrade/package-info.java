/**
 * Data directories of earlier formats, which every later program has to open.
 *
 * <p>{@code format-1.zip} among the resources is a directory as the first program wrote it. {@link
 * dev.winnow.server.upgrade.FormatFixture} makes such a file; whoever changes the format runs it
 * <em>before</em> the change and keeps the file:
 *
 * <pre>{@code
 * ./mvnw -pl server -am test -Dtest=FormatFixture -Dsurefire.failIfNoSpecifiedTests=false
 * cp server/target/format-1.zip server/src/test/resources/dev/winnow/server/upgrade/
 * }</pre>
 *
 * <p>A file that is there is never made again: it stands for the directories of users.
 */
@NullMarked
package dev.winnow.server.upgrade;

import org.jspecify.annotations.NullMarked;
