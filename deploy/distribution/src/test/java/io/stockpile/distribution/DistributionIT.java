package io.stockpile.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Unpacks and runs the shipped distribution as users do. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The launcher is a script for sh")
@Timeout(600)
class DistributionIT {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

  @TempDir static Path shared;
  @TempDir Path scratch;
  private static Unpacked unpacked;

  @BeforeAll
  static void unpack() throws IOException, InterruptedException {
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
    unpacked = Unpacked.in(shared);
  }

  @BeforeEach
  void asOnTheFirstDay() throws IOException {
    Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path lib = unpacked.home().resolve("lib");
    Files.setPosixFilePermissions(lib, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.deleteIfExists(lib.resolve("classes.jsa"));
    unpacked.set("HOME", shared.resolve("nobody").toString());
    unpacked.set("JAVA_HOME", System.getProperty("java.home"));
  }

  @Test
  void runsWithoutMavenAndWithoutACheckout() throws Exception {
    assertThat(Files.exists(shared.resolve("commands/mvn"), LinkOption.NOFOLLOW_LINKS)).isFalse();
    String output = "--output=" + scratch.resolve("archive");

    Unpacked.Ended demo = unpacked.stockpile("demo", output);
    Unpacked.Ended status = unpacked.stockpile("status", output);
    Unpacked.Ended verify = unpacked.stockpile("verify", output);

    assertThat(demo.code()).as(demo.err()).isZero();
    assertThat(demo.err()).doesNotContain("building");
    assertThat(status.code()).as(status.err()).isZero();
    assertThat(status.out()).contains("firestream", "complete");
    assertThat(verify.code()).as(verify.err()).isZero();
    assertThat(Files.size(unpacked.home().resolve("lib/classes.jsa"))).isGreaterThan(1_000_000);
  }

  @Test
  void keepsTheClassArchiveInTheUsersCacheWhereTheFolderIsSomebodyElses() throws Exception {
    Path home = Files.createDirectories(scratch.resolve("user"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
    unpacked.set("HOME", home.toString());

    Unpacked.Ended version = unpacked.run(asSomebodyElse("version"));

    assertThat(version.code()).as(version.err()).isZero();
    assertThat(version.err()).isEmpty();
    assertThat(unpacked.home().resolve("lib/classes.jsa")).doesNotExist();
    try (Stream<Path> archives = Files.list(home.resolve(".cache/stockpile"))) {
      assertThat(archives)
          .singleElement()
          .satisfies(archive -> assertThat(Files.size(archive)).isGreaterThan(1_000_000));
    }
  }

  @Test
  void runsWithoutAClassArchiveWhereThereIsNoPlaceForOne() throws Exception {
    unpacked.set("HOME", "");

    Unpacked.Ended version = unpacked.run(asSomebodyElse("version"));

    assertThat(version.code()).as(version.err()).isZero();
    assertThat(version.err()).isEmpty();
    assertThat(version.out().strip())
        .isEqualTo("stockpile " + System.getProperty("stockpile.version"));
  }

  /** The command line by which a user runs a command who may not write into the distribution. */
  private List<String> asSomebodyElse(String command) throws IOException {
    List<String> words = new ArrayList<>();
    if ((Integer) Files.getAttribute(shared, "unix:uid") == 0) {
      words.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    } else {
      Files.setPosixFilePermissions(
          unpacked.home().resolve("lib"),
          Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE));
    }
    words.addAll(List.of(unpacked.home().resolve("stockpile").toString(), command));
    return words;
  }

  @Test
  void isFoundThroughALink() throws Exception {
    Path place = Files.createDirectories(scratch.resolve("usr/local/bin"));
    Path link =
        Files.createSymbolicLink(
            place.resolve("stockpile"), place.relativize(unpacked.home().resolve("stockpile")));
    Path again = Files.createSymbolicLink(place.resolve("sp"), Path.of("stockpile"));

    assertThat(unpacked.run(List.of(link.toString(), "version")).code()).isZero();
    assertThat(unpacked.run(List.of(again.toString(), "version")).code()).isZero();
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    unpacked.set("JAVA_HOME", "");

    Unpacked.Ended withoutJava = unpacked.stockpile("version");

    assertThat(withoutJava.code()).isEqualTo(1);
    assertThat(withoutJava.err()).contains("there is no java", "Java 17");

    Path launcher = scratch.resolve("stockpile");
    Files.copy(unpacked.home().resolve("stockpile"), launcher, StandardCopyOption.COPY_ATTRIBUTES);

    Unpacked.Ended withoutBundle = unpacked.run(List.of(launcher.toString(), "version"));

    assertThat(withoutBundle.code()).isEqualTo(1);
    assertThat(withoutBundle.err()).contains("stockpile-embedded.jar is missing");
  }

  @Test
  void saysOnWhatTermsItIsPassedOn() throws Exception {
    assertThat(unpacked.home().resolve("LICENSE")).content().contains("Apache License");
    assertThat(unpacked.home().resolve("licenses/ch.qos.logback/LICENSE-EPL-2.0.md")).exists();
    try (Stream<Path> libraries = Files.list(unpacked.home().resolve("licenses"))) {
      assertThat(libraries).hasSizeGreaterThan(50);
    }
  }

  @Test
  void everyLinkOfItsPagesLeadsSomewhere() throws Exception {
    List<String> broken = new ArrayList<>();
    List<Path> pages;
    try (Stream<Path> files = Files.walk(unpacked.home())) {
      pages =
          files
              .filter(file -> file.toString().endsWith(".md"))
              .filter(file -> !file.startsWith(unpacked.home().resolve("licenses")))
              .toList();
    }
    for (Path page : pages) {
      Matcher link = LINK.matcher(Files.readString(page, StandardCharsets.UTF_8));
      while (link.find()) {
        if (!Files.exists(page.resolveSibling(link.group(1)))) {
          broken.add(unpacked.home().relativize(page) + ": " + link.group(1));
        }
      }
    }

    assertThat(pages).hasSizeGreaterThan(10);
    assertThat(broken).isEmpty();
  }
}
