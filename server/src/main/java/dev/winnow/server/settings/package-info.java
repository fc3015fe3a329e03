/** What users set while the server runs: how long records are kept, and what they save. */
@NullMarked
package dev.winnow.server.settings;

import org.jspecify.annotations.NullMarked;
