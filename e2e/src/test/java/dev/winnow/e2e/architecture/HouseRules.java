package dev.winnow.e2e.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules that every class below one root package keeps. */
final class HouseRules {
  /**
   * A module, named as its package below the root, with what it may use beside the JDK. A package
   * belongs to the module with the longest name that it begins with.
   */
  private record Module(String name, List<String> uses, List<String> libraries) {}

  private static final List<Module> MODULES =
      List.of(
          new Module("kernel", List.of(), List.of()),
          new Module("core", List.of("kernel"), List.of()),
          new Module(
              "formats",
              List.of("kernel", "core"),
              List.of(
                  "com.github.luben.zstd..", "org.apache.commons.compress..", "org.tukaani.xz..")),
          new Module("generator", List.of("kernel"), List.of()),
          new Module("connectors", List.of("kernel", "formats"), List.of("javax.net.ssl..")),
          new Module("storage", List.of("kernel", "core"), List.of()),
          new Module(
              "storage.testkit",
              List.of("kernel", "core", "storage"),
              List.of("org.junit..", "org.assertj..", "net.jqwik..")),
          new Module(
              "storage.duckdb", List.of("kernel", "core", "storage"), List.of("org.duckdb..")),
          new Module(
              "storage.sqlite",
              List.of("kernel", "core", "storage"),
              List.of("org.sqlite..", "org.flywaydb..", "javax.sql..")),
          new Module("pipeline", List.of("kernel", "core", "formats", "storage"), List.of()),
          new Module(
              "cli",
              List.of("kernel", "core", "formats", "generator", "connectors"),
              List.of("javax.net.ssl..", "picocli..")),
          new Module(
              "server",
              List.of(
                  "kernel",
                  "core",
                  "formats",
                  "storage",
                  "storage.duckdb",
                  "storage.sqlite",
                  "pipeline",
                  "generator",
                  "connectors",
                  "cli"),
              List.of(
                  "com.fasterxml.jackson..",
                  "com.github.luben.zstd..",
                  "io.grpc..",
                  "io.micrometer..",
                  "io.netty..",
                  "io.prometheus.metrics.model..",
                  "io.quarkus..",
                  "io.smallrye.common.annotation..",
                  "io.smallrye.openapi.runtime.io..",
                  "io.vertx..",
                  "jakarta..",
                  "javax.net..",
                  "org.eclipse.microprofile.openapi..",
                  "org.jboss.jandex..",
                  "org.jboss.resteasy.reactive..",
                  "org.yaml.snakeyaml..")));

  private static final List<String> BANNED_SUFFIXES =
      List.of("Manager", "Helper", "Util", "Utils", "Impl", "DTO", "Dto", "Misc");

  /**
   * What a caller did wrong, or code that cannot be reached: not a failure that anyone handles. The
   * compiler throws two of them where a switch meets a constant that it has not seen.
   */
  private static final Set<String> PROGRAMMING_ERRORS =
      Set.of(
          "java.lang.ArithmeticException",
          "java.lang.AssertionError",
          "java.lang.IllegalArgumentException",
          "java.lang.IllegalStateException",
          "java.lang.IncompatibleClassChangeError",
          "java.lang.IndexOutOfBoundsException",
          "java.lang.MatchException",
          "java.lang.UnsupportedOperationException",
          "java.util.NoSuchElementException");

  private final String root;

  /** Rules for the modules whose packages lie directly below {@code root}. */
  HouseRules(String root) {
    this.root = root;
  }

  private String[] packagesOf(String... modules) {
    return Stream.of(modules).map(module -> root + "." + module + "..").toArray(String[]::new);
  }

  ArchRule modulesUseOnlyWhatTheTableAllows() {
    CompositeArchRule rule = CompositeArchRule.of(everyClassIsInAModule());
    for (Module module : MODULES) {
      rule =
          rule.and(
              classes()
                  .that(belongTo(List.of(module.name)))
                  .should()
                  .onlyDependOnClassesThat(mayBeUsedBy(module))
                  .allowEmptyShould(true));
    }
    return rule.because("arrows between modules point one way");
  }

  private DescribedPredicate<JavaClass> mayBeUsedBy(Module module) {
    List<String> modules = new ArrayList<>(module.uses);
    modules.add(module.name);
    List<String> packages = new ArrayList<>(module.libraries);
    packages.addAll(List.of("java..", "org.jspecify.annotations.."));
    return belongTo(modules)
        .or(resideInAnyPackage(packages.toArray(String[]::new)))
        .as("may be used by " + module.name);
  }

  private DescribedPredicate<JavaClass> belongTo(List<String> modules) {
    return describe("belong to " + modules, type -> modules.contains(moduleOf(type)));
  }

  /** The name of the module that a class belongs to; empty if there is none. */
  private String moduleOf(JavaClass type) {
    return MODULES.stream()
        .map(Module::name)
        .filter(name -> (type.getPackageName() + ".").startsWith(root + "." + name + "."))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  private ArchRule everyClassIsInAModule() {
    return classes()
        .should()
        .resideInAnyPackage(packagesOf(MODULES.stream().map(Module::name).toArray(String[]::new)))
        .because("a module needs a row in the table that says what it may use");
  }

  ArchRule packagesHaveNoCycles() {
    return slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("two packages that need each other are one package");
  }

  ArchRule kernelAndCoreDoNoInputOrOutput() {
    return noClasses()
        .that()
        .resideInAnyPackage(packagesOf("kernel", "core"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..", "java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..")
        .because("algorithms are given bytes and records, and give back values");
  }

  ArchRule kernelAndCoreDoNotLog() {
    return noClasses()
        .that()
        .resideInAnyPackage(packagesOf("kernel", "core"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .orShould()
        .accessTargetWhere(calls("java.lang.System", "getLogger").as("a logger is made"))
        .because("they run inside programs whose logs they read");
  }

  ArchRule kernelAndCoreReadNoClock() {
    return noClasses()
        .that()
        .resideInAnyPackage(packagesOf("kernel", "core"))
        .should()
        .accessTargetWhere(
            calls("java.lang.System", "currentTimeMillis|nanoTime")
                .or(calls("java\\.time\\..*", "now"))
                .or(calls("java.time.Clock|java.time.InstantSource", "system.*|tick.*"))
                .as("the time is read"))
        .because("the same input gives the same answer at any time");
  }

  ArchRule kernelAndCoreDrawNoRandomNumbers() {
    return noClasses()
        .that()
        .resideInAnyPackage(packagesOf("kernel", "core"))
        .should()
        .accessTargetWhere(
            calls("java.lang.Math", "random")
                .or(calls("java.util.UUID", "randomUUID"))
                .or(calls("java.util.concurrent.ThreadLocalRandom", ".*"))
                .or(calls("java.security.SecureRandom", ".*"))
                .or(
                    describe(
                        "",
                        access ->
                            access.getTarget().getFullName().equals("java.util.Random.<init>()")))
                .as("an unseeded random number is drawn"))
        .because("the same input and seed give the same answer on every machine");
  }

  ArchRule kernelAndCoreUseNoRegularExpressions() {
    return noClasses()
        .that()
        .resideInAnyPackage(packagesOf("kernel", "core"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.regex..")
        .orShould()
        .accessTargetWhere(
            calls("java.lang.String", "matches|replaceAll|replaceFirst")
                .as("a string is matched with a regular expression"))
        .because("their time on hostile text has no bound, and languages disagree on them");
  }

  ArchRule onlyProgramsReadTheEnvironment() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packagesOf("cli", "server"))
        .should()
        .accessTargetWhere(
            calls("java.lang.System", "getenv|getProperty|getProperties")
                .or(calls("java.lang.(Integer|Long|Boolean)", "getInteger|getLong|getBoolean"))
                .or(calls("java.nio.charset.Charset", "defaultCharset"))
                .or(calls("java.time.ZoneId", "systemDefault"))
                .or(calls("java.util.(Locale|TimeZone)", "getDefault"))
                .as("the environment is read"))
        .because("what a class does is decided by its arguments");
  }

  ArchRule onlyTheCommandLineUsesTheConsole() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packagesOf("cli"))
        .should()
        .accessTargetWhere(
            accesses("java.lang.System", "out|err|in|console|exit")
                .or(calls("java.lang.Runtime", "exit|halt"))
                .or(
                    describe(
                        "",
                        access ->
                            access.getTarget().getName().equals("printStackTrace")
                                && access.getTargetOwner().isAssignableTo(Throwable.class)))
                .as("the console is used or the process ended"))
        .because("whoever embeds the other modules owns the process");
  }

  ArchRule nobodySleeps() {
    return noClasses()
        .should()
        .accessTargetWhere(
            calls("java.lang.Thread|java.util.concurrent.TimeUnit", "sleep").as("a thread sleeps"))
        .because("one waits for an event, not for a time in which it probably happens");
  }

  ArchRule nobodyUsesTheOldDates() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            describe(
                "are the date types of before java.time",
                type ->
                    Set.of("java.util.Date", "java.util.Calendar", "java.util.GregorianCalendar")
                            .contains(type.getFullName())
                        || type.getFullName().matches("java\\.text\\.(Simple)?DateFormat.*")))
        .because("a timestamp is epoch nanoseconds, and java.time is for people");
  }

  ArchRule namesSayWhatATypeIs() {
    return classes()
        .should()
        .haveNameNotMatching(".*(" + String.join("|", BANNED_SUFFIXES) + ")")
        .because("such a suffix hides what the type is or does");
  }

  ArchRule exceptionsBelongToOneHierarchy() {
    return CompositeArchRule.of(
            classes()
                .that()
                .areAssignableTo(Throwable.class)
                .should()
                .beAssignableTo(WinnowException.class)
                .allowEmptyShould(true))
        .and(
            noClasses()
                .should()
                .callConstructorWhere(
                    describe(
                        "an exception outside the hierarchy is made",
                        call ->
                            isToBeHandled(call.getTargetOwner())
                                && !isAsStreamsFail(call.getOriginOwner(), call.getTargetOwner())
                                && !call.getOriginOwner()
                                    .isAssignableTo(call.getTargetOwner().getFullName()))))
        .and(codeUnits().should(declareNoBareException()))
        .because("a caller tells failures apart by WinnowException and its ErrorCode");
  }

  /** Whether callers handle a failure of this type, though it is none of ours or picocli's. */
  private static boolean isToBeHandled(JavaClass type) {
    return type.isAssignableTo(Throwable.class)
        && !type.isAssignableTo(WinnowException.class)
        && !type.getPackageName().startsWith("picocli")
        && PROGRAMMING_ERRORS.stream().noneMatch(type::isAssignableTo);
  }

  /** Whether a stream fails in the one way that those who read streams can handle. */
  private static boolean isAsStreamsFail(JavaClass origin, JavaClass failure) {
    return failure.isAssignableTo(IOException.class) && origin.isAssignableTo(InputStream.class);
  }

  private static ArchCondition<JavaCodeUnit> declareNoBareException() {
    return new ArchCondition<>("declare no bare exception") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        unit.getThrowsClause().getTypes().stream()
            .map(type -> type.toErasure().getFullName())
            .filter(Set.of("java.lang.Throwable", "java.lang.Exception")::contains)
            .forEach(name ->
                events.add(
                    SimpleConditionEvent.violated(
                        unit, unit.getDescription() + " declares " + name)));
      }
    };
  }

  ArchRule packagesAreNullMarked() {
    return classes()
        .should(
            new ArchCondition<>("be in a null-marked package") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                  events.add(
                      SimpleConditionEvent.violated(
                          type, type.getPackageName() + " is not marked @NullMarked"));
                }
              }
            })
        .because("only there does the compiler check for null");
  }

  private static DescribedPredicate<JavaAccess<?>> calls(String owner, String method) {
    return accesses(owner, method);
  }

  /** Accesses to a field or method, owner and member each given as a regular expression. */
  private static DescribedPredicate<JavaAccess<?>> accesses(String owner, String member) {
    return describe(
        owner + "." + member,
        access ->
            access.getTargetOwner().getFullName().matches(owner)
                && access.getTarget().getName().matches(member));
  }
}
