package dev.winnow.cli.console;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar that this class came in. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"winnow " + Version.class.getPackage().getImplementationVersion()};
  }
}
