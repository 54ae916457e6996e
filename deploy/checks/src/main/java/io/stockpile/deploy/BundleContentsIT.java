package io.stockpile.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Checks the content of a bundle. Every bundle module runs it; the differences between bundles are
 * in the properties {@code stockpile.bundle.*} that the module sets.
 */
public class BundleContentsIT {
  private static final String SERVICES = "META-INF/services/";
  private static final long MEGABYTE = 1_000_000;

  private JarFile jar;
  private List<String> names;

  @BeforeEach
  void open() throws IOException {
    jar = new JarFile(ShippedBundle.ofThisModule().toFile());
    names = jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  private static List<String> property(String name) {
    return Arrays.stream(System.getProperty("stockpile.bundle." + name).split(","))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  @Test
  void isNoBiggerThanItsModuleAllows() throws IOException {
    long most = Long.parseLong(property("most.megabytes").get(0)) * MEGABYTE;

    assertThat(Files.size(ShippedBundle.ofThisModule())).isBetween(most / 2, most);
  }

  @Test
  void holdsNoFileTwiceAndNoSignature() {
    assertThat(names).doesNotHaveDuplicates();
    assertThat(names).noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|DSA|RSA|EC)"));
  }

  @Test
  void holdsWhatItsUsersStart() throws IOException {
    String main = jar.getManifest().getMainAttributes().getValue("Main-Class");

    assertThat(names)
        .contains(
            main.replace('.', '/') + ".class", "io/stockpile/schemas/stocktwits/messages.json");
  }

  @Test
  void leavesOutWhatItsRunnerBrings() {
    for (String prefix : property("leaves.out")) {
      assertThat(names).as(prefix).noneMatch(name -> name.startsWith(prefix));
    }
  }

  @Test
  void everyServiceThatIsRegisteredIsThere() throws IOException {
    List<String> missing = new ArrayList<>();
    for (String file : names.stream().filter(name -> name.startsWith(SERVICES)).toList()) {
      for (String provider : providers(file)) {
        if (!names.contains(provider.replace('.', '/') + ".class")) {
          missing.add(file + ": " + provider);
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void serviceFilesOfSeveralLibrariesAreOne() throws IOException {
    assertThat(providers(SERVICES + "org.apache.beam.sdk.io.FileSystemRegistrar"))
        .contains("org.apache.beam.sdk.io.LocalFileSystemRegistrar");
    assertThat(providers(SERVICES + "org.apache.beam.sdk.runners.PipelineRunnerRegistrar"))
        .containsAll(property("runners"));
    assertThat(providers(SERVICES + "org.apache.beam.sdk.options.PipelineOptionsRegistrar"))
        .as("those of Beam itself and those of each runner")
        .hasSizeGreaterThan(property("runners").size());
  }

  @Test
  void holdsOneVersionOfALibrary() throws IOException {
    TreeMap<String, TreeSet<String>> versions = new TreeMap<>();
    for (String name : names) {
      if (name.startsWith("META-INF/maven/") && name.endsWith("/pom.properties")) {
        Properties properties = new Properties();
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
          properties.load(in);
        }
        versions
            .computeIfAbsent(family(properties), family -> new TreeSet<>())
            .add(properties.getProperty("version"));
      }
    }

    assertThat(versions).isNotEmpty();
    for (String family : List.of("guava", "avro", "hadoop", "parquet", "beam", "awssdk")) {
      assertThat(versions.getOrDefault(family, new TreeSet<>()))
          .as(family)
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  private static String family(Properties library) {
    String group = library.getProperty("groupId");
    return switch (group) {
      case "com.google.guava" -> library.getProperty("artifactId");
      case "org.apache.avro" -> "avro";
      case "org.apache.hadoop" -> "hadoop";
      case "org.apache.parquet" -> "parquet";
      // Libraries that Beam vendors have their own versions.
      case "org.apache.beam" ->
          library.getProperty("artifactId").startsWith("beam-") ? "beam" : group;
      case "software.amazon.awssdk" -> "awssdk";
      default -> group;
    };
  }

  private List<String> providers(String file) throws IOException {
    JarEntry entry = jar.getJarEntry(file);
    if (entry == null) {
      return Collections.emptyList();
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }
}
