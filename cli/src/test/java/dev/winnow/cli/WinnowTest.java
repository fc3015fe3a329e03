package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WinnowTest {
  @Test
  void namesItsCommands() {
    Invocation help = Invocation.of("--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .startsWith("Usage: winnow [-hV] COMMAND\n")
        .contains("  analyze     Tell what is in a log", "  mine        Show what a log says");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine", "analyze"})
  void explainsEachCommandWithExamplesAndExitCodes(String command) {
    assertThat(Invocation.of(command, "--help").out())
        .startsWith("Usage: winnow " + command)
        .contains(
            "Examples:\n",
            "Exit codes:\n",
            "    2   an input could not be read (the others were), or the output not be written\n");
  }

  @Test
  void saysWhatIsWrongWithTheCommandLine() {
    assertThat(Invocation.of())
        .isEqualTo(
            new Invocation(1, "", "winnow: a command is missing\nwinnow: see winnow --help\n"));
    assertThat(Invocation.of("anlyze").err())
        .isEqualTo(
            """
            winnow: 'anlyze' is not understood; did you mean analyze?
            winnow: see winnow --help
            """);
    assertThat(Invocation.of("mine", "--tpyed", "-"))
        .isEqualTo(
            new Invocation(
                1,
                "",
                """
                winnow: '--tpyed' is not understood
                winnow: see winnow mine --help
                """));
    assertThat(Invocation.of("mine").err())
        .isEqualTo("winnow: missing required parameter: 'FILE'\nwinnow: see winnow mine --help\n");
  }

  @Test
  void printsItsManualAndCompletions() {
    assertThat(Invocation.of("man").out())
        .startsWith(".TH \"WINNOW\" \"1\"")
        .contains(".SS \"winnow mine\"\n", ".B \"\\-\\-typed\"\n", "\n.B \"70\"\n", "WINNOW_JAVA");
    assertThat(Invocation.of("completion", "bash").out()).endsWith(" -F _winnow winnow\n");
    assertThat(Invocation.of("completion", "zsh").out()).startsWith("#compdef winnow\n");
    assertThat(Invocation.of("completion", "fish").out()).startsWith("complete -c winnow -f\n");
    assertThat(Invocation.of("completion", "tcsh"))
        .isEqualTo(
            new Invocation(
                1,
                "",
                """
                winnow: 'tcsh' is none of bash, zsh, fish
                winnow: see winnow completion --help
                """));
  }

  @Test
  void explainsWrongOptionsOfTheServer() {
    Invocation nonsense = Invocation.of("serve", "--set", "nonsense");
    assertThat(nonsense.exitCode()).isEqualTo(1);
    assertThat(nonsense.err())
        .startsWith(
            "winnow: value for option '--set' (KEY=VALUE) should be in KEY=VALUE format but was"
                + " nonsense\n");
    assertThat(Invocation.of("serve", "--set", "option option is not an int!").err())
        .contains(" but was option option is not an int!\n");
    assertThat(Invocation.of("token", "create", "x", "--days", "0").err())
        .isEqualTo("winnow: --days: 0 is less than 1\nwinnow: see winnow token create --help\n");
    assertThat(Invocation.of("token", "create", "x", "--role", "king").err())
        .startsWith("winnow: --role: 'king' is none of viewer, editor, admin\n");
    assertThat(Invocation.of("query", "--limit", "many").err())
        .startsWith("winnow: invalid value for option '--limit': 'many' is not a whole number\n");
  }
}
