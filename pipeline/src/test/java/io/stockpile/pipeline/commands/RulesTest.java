package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.rules.RuleSet;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.ReceivedRequest;
import io.stockpile.simulated.SimulatedReplay;
import io.stockpile.simulated.data.SimulatedTweets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
  private static final String TWO =
      "{\"rules\":[{\"value\":\"$STCK lang:en\",\"tag\":\"stocks\"},{\"value\":\"#été OR 🐟\"}]}";

  @TempDir private Path directory;
  private SimulatedReplay service;
  private Archive archive;

  @BeforeEach
  void start() throws IOException {
    service =
        SimulatedReplay.start(
            Clock.fixed(Archive.NOW, ZoneOffset.UTC),
            new SimulatedTweets(SimulatedTweets.Form.NATIVE, 1));
    archive = new Archive(directory.resolve("archive"));
    archive.environment().put("GNIP_USERNAME", SimulatedReplay.USERNAME);
    archive.environment().put("GNIP_PASSWORD", SimulatedReplay.PASSWORD);
  }

  @AfterEach
  void stop() throws IOException {
    service.close();
  }

  private Archive.Ending rules(String... words) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "rules", "--account=acme", "--streamLabel=prod", "--rulesUrl=" + service.url()));
    all.addAll(List.of(words));
    return archive.runPlain(all.toArray(new String[0]));
  }

  private String file(String text) throws IOException {
    return Files.writeString(directory.resolve("rules.txt"), text).toString();
  }

  private List<String> methods() {
    return service.requests().stream().map(ReceivedRequest::method).toList();
  }

  @Test
  void rulesAreAddedListedAndDeleted() throws IOException {
    Archive.Ending added = rules("add", file(TWO));
    assertThat(added.code()).isZero();
    assertThat(added.out()).contains("Created 2 rules, deleted 0").contains("0 were there already");

    Archive.Ending again = rules("add", file(TWO));
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("Created 0 rules").contains("2 were there already");

    Archive.Ending list = rules("list");
    assertThat(list.code()).isZero();
    assertThat(list.out())
        .containsPattern("(?m)^stocks +\\$STCK lang:en$")
        .containsPattern("(?m)^ +#été OR 🐟$")
        .contains("2 rules are in force on powertrack/acme/prod");

    Archive.Ending deleted = rules("delete", file("#été OR 🐟\n$STCK lang:en\nnever there\n"));
    assertThat(deleted.code()).isZero();
    assertThat(deleted.out())
        .contains("Created 0 rules, deleted 2")
        .contains("Not found:\n  never there\n")
        .contains("0 rules are in force");
    assertThat(rules("list").out()).startsWith("0 rules are in force");
  }

  @Test
  void theSetInForceIsToldByItsHash() throws IOException {
    String file = file(TWO);
    String sha256 = RuleSet.parse(file, Files.readAllBytes(Path.of(file))).sha256();

    assertThat(rules("sync", file).out()).contains("SHA-256 of the set " + sha256);
    assertThat(rules("list").out()).contains(sha256);
    rules("add", file("another"));
    assertThat(rules("list").out()).doesNotContain(sha256);
  }

  @Test
  void whatListPrintsForScriptsIsWhatSyncReads() throws IOException {
    rules("add", file(TWO));
    String json = rules("list", "--json").out();
    rules("delete", file("$STCK lang:en"));

    archive.withInput(json);
    Archive.Ending synced = rules("sync", "-");

    assertThat(synced.code()).isZero();
    assertThat(synced.out()).contains("+ $STCK lang:en [stocks]").contains("1 was there already");
    assertThat(rules("list", "--json").out()).isEqualTo(json).contains("#été OR 🐟");
  }

  @Test
  void syncAddsDeletesAndTagsAnew() throws IOException {
    rules("add", file(TWO));
    String wanted =
        file("[{\"value\":\"$STCK lang:en\",\"tag\":\"new\"},{\"value\":\"a b\"},\"c\"]");

    Archive.Ending dry = rules("sync", wanted, "--dryRun");
    assertThat(dry.code()).isZero();
    assertThat(dry.out())
        .contains("+ a b\n", "+ c\n", "- #été OR 🐟\n", "~ $STCK lang:en [new]\n")
        .contains("Would create 2 rules, delete 1, change the tag of 1. Nothing was changed.");
    assertThat(rules("list").out()).contains("2 rules are in force");

    Archive.Ending synced = rules("sync", wanted);
    assertThat(synced.code()).isZero();
    assertThat(synced.out())
        .contains("+ a b\n", "+ c\n", "- #été OR 🐟\n", "~ $STCK lang:en [new]\n")
        .contains("Created 2 rules, deleted 1, changed the tag of 1.")
        .contains("3 rules are in force");
    assertThat(rules("list").out()).containsPattern("new +\\$STCK lang:en");

    int before = service.requests().size();
    assertThat(rules("sync", wanted).out()).contains("3 were there already");
    assertThat(service.requests()).hasSize(before + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"add", "delete", "sync"})
  void aDryRunOnlyLists(String action) throws IOException {
    rules("add", file(TWO));
    int before = service.requests().size();

    assertThat(rules(action, file("$STCK lang:en\nx"), "--dryRun").code()).isZero();
    assertThat(methods().subList(before, methods().size())).containsExactly("GET");
  }

  @Test
  void addingDoesNotChangeATagAndSaysSo() throws IOException {
    rules("add", file(TWO));

    Archive.Ending ending = rules("add", file("$STCK lang:en"));

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.out()).contains("only sync changes:\n  $STCK lang:en\n");
    assertThat(rules("list").out()).containsPattern("stocks +\\$STCK lang:en");
  }

  @Test
  void invalidRulesAreShownWithTheReasonAndTheOthersCreated() throws IOException {
    Archive.Ending ending = rules("add", file("good\na AND b\n-follow\nfine\n"));

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.out())
        .contains("Created 2 rules")
        .containsPattern("Not created:\n  -follow: Rules must contain a non-negation term .*\n")
        .contains("  a AND b: Ambiguous use of and as a keyword.")
        .contains("2 rules are in force");
  }

  @Test
  void syncDeletesNothingWhenARuleIsInvalid() throws IOException {
    rules("add", file("old"));

    Archive.Ending ending = rules("sync", file("new\n-follow"));

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.out())
        .contains("Created 1 rule, deleted 0")
        .contains("-follow: Rules must contain")
        .contains("Not deleted:\n  old\n")
        .contains("2 rules are in force");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "add", "delete", "sync"})
  void refusedCredentialsAreTheirOwnExitCode(String action) throws IOException {
    archive.environment().put("GNIP_PASSWORD", "wrong-secret");
    String[] words =
        action.equals("list") ? new String[] {action} : new String[] {action, file(TWO)};

    Archive.Ending ending = rules(words);

    assertThat(ending.code()).isEqualTo(4);
    assertThat(ending.err()).contains("answered 401").contains("GNIP_PASSWORD");
    assertThat(ending.out() + ending.err()).doesNotContain("wrong-secret");
  }

  @Test
  void missingCredentialsAreNamed() {
    archive.environment().remove("GNIP_PASSWORD");

    Archive.Ending ending = rules("list");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err()).contains("GNIP_PASSWORD is not set");
    assertThat(service.requests()).isEmpty();
  }

  @Test
  void whatPassesIsTriedAgain() throws IOException {
    service.scriptRules(
        Fault.status(503, "busy"),
        Fault.status(429, "Exceeded rate limit").and(Fault.header("Retry-After", "7")),
        Fault.none(),
        Fault.dropped(),
        Fault.resetAfter(20),
        Fault.status(200, "<html>"),
        Fault.none(),
        Fault.closeAfter(9));

    Archive.Ending ending = rules("add", file(TWO));

    assertThat(ending.code()).isZero();
    assertThat(ending.out()).contains("Created 2 rules").contains("2 rules are in force");
  }

  @Test
  void aFailureInTheMiddleSaysWhatWasDone() throws IOException {
    service.scriptRules(
        Fault.none(),
        Fault.none(),
        Fault.none(),
        Fault.status(503, "busy"),
        Fault.dropped(),
        Fault.status(500, "password=" + SimulatedReplay.PASSWORD));
    String many = file(lines(5_000));

    Archive.Ending ending = rules("sync", many, "--maxAttempts=3");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.out())
        .contains("Stopped; before that, as far as the service answered, 2,000 rules were created");
    assertThat(ending.err()).contains("answered 500").contains("the last of 3 attempts");
    assertThat(ending.out() + ending.err()).doesNotContain(SimulatedReplay.PASSWORD);

    Archive.Ending rest = rules("sync", many);
    assertThat(rest.code()).isZero();
    assertThat(rest.out()).containsPattern("Created [23],000 rules").contains("5,000 rules are");
  }

  @Test
  void manyRulesGoOutInBatchesAndSayWhichAreWrong() throws IOException {
    Archive.Ending ending = rules("add", file(lines(5_000) + "a AND b\n"));

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.out()).contains("Created 5,000 rules").contains("  a AND b: Ambiguous");
    assertThat(methods().stream().filter("POST"::equals)).hasSize(7);
    assertThat(rules("delete", file(lines(5_000))).out()).contains("deleted 5,000");
  }

  private static String lines(int rules) {
    return IntStream.range(0, rules)
        .mapToObj(i -> "règle " + i + " 🐟\n")
        .collect(Collectors.joining());
  }

  @Test
  void anotherLocaleChangesNothing() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(rules("LIST").err()).contains("Did you mean `rules list`?");
      assertThat(rules("add", file("İstanbul ISIK\ni")).out()).contains("Created 2 rules");
      assertThat(rules("list").out()).contains("İstanbul ISIK");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lst | Did you mean `rules list`?",
        "snyc | Did you mean `rules sync`?",
        "frobnicate-all-of-it | 'frobnicate-all-of-it' is nothing that `rules` does. It does: list"
            + " |",
        "add | `rules add` takes one file of rules, or - for the standard input.",
        "list x | `rules list` takes no further words, but was given 'x'.",
        "sync a b | `rules sync` takes one file of rules, or - for the standard input, but was"
            + " given",
        "-list | '-list' is no option",
        "sync no-such-file | There is no file 'no-such-file' to read rules from.",
        "sync . | The rules in '.' cannot be read",
        "list --jsno | Did you mean --json?",
        "add x --json | Option --json goes with `rules list` alone.",
        "list --account=a/b | Options --account and --streamLabel: The account is as in",
        "list --rulesUrl=http://u:hunter2@h | Option --rulesUrl:",
        "list --rulesUrl=http://u:hunter2@h^ | Option --rulesUrl is no URL",
        "list --replayCredentials=u:hunter2 | Option --replayCredentials: Credentials are given",
        "list --maxAttempts=0 | Option --maxAttempts is '0'",
      })
  void aWrongCommandLineIsRefusedBeforeAnythingIsAsked(String words, String message) {
    List<String> all = new ArrayList<>(List.of("rules"));
    if (!words.contains("--account")) {
      all.add("--account=acme");
    }
    if (!words.contains("--rulesUrl")) {
      all.add("--rulesUrl=" + service.url());
    }
    all.add("--streamLabel=prod");
    all.addAll(List.of(words.split(" ")));

    Archive.Ending ending = archive.runPlain(all.toArray(new String[0]));

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err()).contains(message).doesNotContain("hunter2");
    assertThat(service.requests()).isEmpty();
  }

  @Test
  void withoutAWordItSaysWhatThereIs() {
    assertThat(archive.runPlain("rules").err())
        .contains("list | add FILE | delete FILE | sync FILE");
    assertThat(archive.runPlain("rules", "list").err()).contains("Option --account is missing");
    assertThat(archive.runPlain("help", "rules").out())
        .contains("Usage: stockpile rules list | add FILE | delete FILE | sync FILE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{\"rules\":{}}", "{\"rules\":[{\"value\":\"a\",\"tga\":\"b\"}]}"})
  void aFileThatIsNoneOfRulesIsRefusedBeforeAnythingIsAsked(String text) throws IOException {
    Archive.Ending ending = rules("sync", file(text));

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err()).contains("rules.txt' is no file of rules").doesNotContain("Source");
    assertThat(service.requests()).isEmpty();
  }

  @Test
  void noRulesAtAllAreASetToo() throws IOException {
    rules("add", file(TWO));

    assertThat(rules("sync", file("{\"rules\":[]}")).out()).contains("deleted 2");
    assertThat(rules("list", "--json").out()).isEqualTo("{\"rules\":[\n\n]}\n");
  }

  @Test
  void aWrongStreamIsSaidToBe() {
    Archive.Ending ending =
        archive.runPlain(
            "rules",
            "list",
            "--account=acme",
            "--streamLabel=prod",
            "--rulesUrl=" + service.url() + "/elsewhere");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err()).contains("answered 404").contains("Check the account and the stream");
  }
}
