package dev.winnow.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule holds for Winnow, and each would be broken by every one of its offenders. */
final class HouseRulesTest {
  private static final String OFFENDER = "dev.winnow.e2e.architecture.offender";

  private static final JavaClasses WINNOW =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.winnow");

  @Test
  void findsTheClassesOfEveryModule() {
    assertThat(
            Stream.of(
                "kernel",
                "core",
                "formats",
                "generator",
                "connectors",
                "storage",
                "storage.testkit",
                "storage.duckdb",
                "storage.sqlite",
                "cli",
                "server"))
        .allMatch(module -> WINNOW.containPackage("dev.winnow." + module));
  }

  @Test
  void modulesUseOnlyWhatTheTableAllows() {
    holds(HouseRules::modulesUseOnlyWhatTheTableAllows);
    isBrokenBy(
        HouseRules::modulesUseOnlyWhatTheTableAllows,
        "kernel.KernelOffences$UsesCore",
        "kernel.KernelOffences$UsesLibrary",
        "kernel.KernelOffences$UsesStranger",
        "storage.UsesAdapter",
        "storage.sqlite.UsesOtherAdapter",
        "stray.InNoModule");
    isKeptBy(HouseRules::modulesUseOnlyWhatTheTableAllows, "cli.CliMay$UseThePlatform");
  }

  @Test
  void packagesHaveNoCycles() {
    holds(HouseRules::packagesHaveNoCycles);
    assertThat(
            isBroken(HouseRules::packagesHaveNoCycles, "core.NeedsCycle", "core.cycle.NeedsCore"))
        .isTrue();
  }

  @Test
  void kernelAndCoreDoNoInputOrOutput() {
    holds(HouseRules::kernelAndCoreDoNoInputOrOutput);
    isBrokenBy(
        HouseRules::kernelAndCoreDoNoInputOrOutput,
        "core.CoreOffences$UsesStreams",
        "core.CoreOffences$UsesPaths",
        "core.CoreOffences$UsesNetwork");
  }

  @Test
  void kernelAndCoreDoNotLog() {
    holds(HouseRules::kernelAndCoreDoNotLog);
    isBrokenBy(
        HouseRules::kernelAndCoreDoNotLog,
        "core.CoreOffences$UsesLogger",
        "core.CoreOffences$UsesSystemLogger");
  }

  @Test
  void kernelAndCoreReadNoClock() {
    holds(HouseRules::kernelAndCoreReadNoClock);
    isBrokenBy(
        HouseRules::kernelAndCoreReadNoClock,
        "core.CoreOffences$ReadsMillis",
        "core.CoreOffences$ReadsNanos",
        "core.CoreOffences$ReadsInstant",
        "core.CoreOffences$ReadsClock");
  }

  @Test
  void kernelAndCoreDrawNoRandomNumbers() {
    holds(HouseRules::kernelAndCoreDrawNoRandomNumbers);
    isBrokenBy(
        HouseRules::kernelAndCoreDrawNoRandomNumbers,
        "core.CoreOffences$DrawsFromMath",
        "core.CoreOffences$DrawsUuid",
        "core.CoreOffences$DrawsFromThread",
        "core.CoreOffences$DrawsUnseeded");
    isKeptBy(HouseRules::kernelAndCoreDrawNoRandomNumbers, "core.CoreOffences$DrawsSeeded");
  }

  @Test
  void kernelAndCoreUseNoRegularExpressions() {
    holds(HouseRules::kernelAndCoreUseNoRegularExpressions);
    isBrokenBy(
        HouseRules::kernelAndCoreUseNoRegularExpressions,
        "core.CoreOffences$UsesPattern",
        "core.CoreOffences$UsesPatternInString");
  }

  @Test
  void onlyProgramsReadTheEnvironment() {
    holds(HouseRules::onlyProgramsReadTheEnvironment);
    isBrokenBy(
        HouseRules::onlyProgramsReadTheEnvironment,
        "formats.FormatsOffences$ReadsVariable",
        "formats.FormatsOffences$ReadsProperty",
        "formats.FormatsOffences$ReadsDefaultCharset",
        "formats.FormatsOffences$ReadsLocale");
    isKeptBy(HouseRules::onlyProgramsReadTheEnvironment, "cli.CliMay$UseThePlatform");
  }

  @Test
  void onlyTheCommandLineUsesTheConsole() {
    holds(HouseRules::onlyTheCommandLineUsesTheConsole);
    isBrokenBy(
        HouseRules::onlyTheCommandLineUsesTheConsole,
        "formats.FormatsOffences$Prints",
        "formats.FormatsOffences$PrintsStackTrace",
        "formats.FormatsOffences$Exits");
    isKeptBy(HouseRules::onlyTheCommandLineUsesTheConsole, "cli.CliMay$UseThePlatform");
  }

  @Test
  void nobodySleeps() {
    holds(HouseRules::nobodySleeps);
    isBrokenBy(HouseRules::nobodySleeps, "formats.FormatsOffences$Sleeps");
  }

  @Test
  void nobodyUsesTheOldDates() {
    holds(HouseRules::nobodyUsesTheOldDates);
    isBrokenBy(HouseRules::nobodyUsesTheOldDates, "formats.FormatsOffences$UsesDate");
  }

  @Test
  void namesSayWhatATypeIs() {
    holds(HouseRules::namesSayWhatATypeIs);
    isBrokenBy(
        HouseRules::namesSayWhatATypeIs,
        "formats.FormatsOffences$StreamHelper",
        "formats.FormatsOffences$TimeUtils");
  }

  @Test
  void exceptionsBelongToOneHierarchy() {
    holds(HouseRules::exceptionsBelongToOneHierarchy);
    isBrokenBy(
        HouseRules::exceptionsBelongToOneHierarchy,
        "formats.FormatsOffences$OwnException",
        "formats.FormatsOffences$ThrowsForeignException",
        "formats.FormatsOffences$DeclaresBareException");
    isKeptBy(
        HouseRules::exceptionsBelongToOneHierarchy,
        "formats.FormatsOffences$LawfulException",
        "formats.FormatsOffences$FailsAsStreamsDo",
        "formats.FormatsOffences$ThrowsProgrammingError");
  }

  @Test
  void packagesAreNullMarked() {
    holds(HouseRules::packagesAreNullMarked);
    isBrokenBy(HouseRules::packagesAreNullMarked, "unmarked.Unmarked");
    assertThat(
            isBroken(
                HouseRules::packagesAreNullMarked,
                "formats.package-info",
                "formats.FormatsOffences$LawfulException"))
        .isFalse();
  }

  private static void holds(Function<HouseRules, ArchRule> rule) {
    rule.apply(new HouseRules("dev.winnow")).check(WINNOW);
  }

  private static void isBrokenBy(Function<HouseRules, ArchRule> rule, String... offenders) {
    assertThat(offenders).allMatch(offender -> isBroken(rule, offender));
  }

  private static void isKeptBy(Function<HouseRules, ArchRule> rule, String... lawAbiding) {
    assertThat(lawAbiding).noneMatch(name -> isBroken(rule, name));
  }

  /** Whether these classes break the rule. No other is seen, so what another does cannot count. */
  private static boolean isBroken(Function<HouseRules, ArchRule> rule, String... names) {
    Class<?>[] offenders =
        Stream.of(names).map(HouseRulesTest::loadOffender).toArray(Class<?>[]::new);
    return rule.apply(new HouseRules(OFFENDER))
        .allowEmptyShould(true)
        .evaluate(new ClassFileImporter().importClasses(offenders))
        .hasViolation();
  }

  private static Class<?> loadOffender(String name) {
    try {
      return Class.forName(OFFENDER + "." + name);
    } catch (ClassNotFoundException absent) {
      throw new AssertionError(absent);
    }
  }
}
