package io.stockpile.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Checks that what a bundle says about its libraries is true: the bill of materials names all of
 * them and no others, and the licence and notices of each are in the bundle. Both are compared with
 * the jars of the class path.
 */
public class BillOfMaterialsIT {
  private static final String THIRD_PARTY = "META-INF/third-party/";
  private static final Pattern LICENCE =
      Pattern.compile("(?i)(.*/)?(licen[cs]e|[^/]*-licen[cs]e|copying)[^/]*");
  private static final Pattern NOTICE = Pattern.compile("(?i)(.*/)?(notice|copyright)[^/]*");

  private JarFile bundle;
  private Set<String> names;
  private String billName;
  private JsonNode bill;
  private List<Library> libraries;

  @BeforeEach
  void open() throws IOException {
    assumeFalse(
        System.getProperty("stockpile.bundle.bill").equals("offline=true"),
        "Maven's offline mode makes no bill of materials: it was not checked");
    Path file = ShippedBundle.ofThisModule();
    bundle = new JarFile(file.toFile());
    names = namesIn(bundle);
    billName = file.getFileName().toString().replaceFirst("\\.jar$", ".cdx.json");
    bill = new ObjectMapper().readTree(bytes("META-INF/sbom/" + billName));
    libraries = new ArrayList<>();
    bill.path("components").forEach(component -> libraries.add(Library.of(component)));
  }

  @AfterEach
  void close() throws IOException {
    if (bundle != null) {
      bundle.close();
    }
  }

  @Test
  void isOfThisBundle() throws IOException {
    assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(bill.path("metadata").path("component").path("name").asText() + ".cdx.json")
        .isEqualTo(billName);
    assertThat(bill.path("metadata").path("component").path("version").asText())
        .isEqualTo(bundle.getManifest().getMainAttributes().getValue("Implementation-Version"));
    assertThat(libraries).hasSizeGreaterThan(50);
  }

  @Test
  void namesEachLibraryWithTheHashOfItsJarAndALicence() throws IOException {
    for (Library library : libraries) {
      assertThat(library.sha256()).as(library.name()).isEqualTo(sha256(jarOf(library)));
      assertThat(library.licences()).as(library.name()).isNotEmpty().doesNotContain("");
    }
  }

  @Test
  void namesWhereEachClassIsFrom() throws IOException {
    Set<String> unnamed =
        names.stream()
            .filter(name -> name.endsWith(".class"))
            .map(BillOfMaterialsIT::asInItsLibrary)
            .filter(name -> !name.startsWith("io/stockpile/deploy/"))
            .collect(Collectors.toCollection(TreeSet::new));
    for (Library library : libraries) {
      try (JarFile jar = new JarFile(jarOf(library).toFile())) {
        unnamed.removeAll(namesIn(jar));
      }
    }

    assertThat(unnamed).isEmpty();
  }

  @Test
  void namesNoLibraryThatIsNotInIt() throws IOException {
    Set<String> classes =
        names.stream().map(BillOfMaterialsIT::asInItsLibrary).collect(Collectors.toSet());
    for (Library library : libraries) {
      try (JarFile jar = new JarFile(jarOf(library).toFile())) {
        Set<String> missing =
            namesIn(jar).stream()
                .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
                .filter(name -> !classes.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).as(library.name()).isEmpty();
      }
    }
  }

  @Test
  void holdsTheTextOfEachLicence() throws IOException {
    assertThat(new String(bytes("META-INF/LICENSE"), StandardCharsets.UTF_8))
        .contains("Apache License", "Version 2.0, January 2004", "END OF TERMS AND CONDITIONS");
    List<String> without = new ArrayList<>();
    for (Library library : libraries) {
      if (!library.isOurs()
          && !library.licences().contains("Apache-2.0")
          && !holdsLicenceBelow(library.name())
          && !holdsLicenceBelow(library.group())) {
        without.add(library.group() + ":" + library.name() + " " + library.licences());
      }
    }

    assertThat(without).as("put a text into deploy/licenses/GROUP").isEmpty();
  }

  private boolean holdsLicenceBelow(String folder) {
    String prefix = THIRD_PARTY + folder + "/";
    return names.stream()
        .anyMatch(name -> name.startsWith(prefix) && LICENCE.matcher(name).matches());
  }

  @Test
  void leavesNoLicenceAndNoNoticeOfALibraryBehind() throws IOException {
    for (Library library : libraries) {
      if (library.isOurs()) {
        continue;
      }
      try (JarFile jar = new JarFile(jarOf(library).toFile())) {
        for (String name : namesIn(jar)) {
          if (isLegal(name)) {
            assertThat(bytes(THIRD_PARTY + library.name() + "/" + name))
                .as("%s of %s", name, library.name())
                .isEqualTo(jar.getInputStream(jar.getEntry(name)).readAllBytes());
          }
        }
      }
    }
  }

  private static boolean isLegal(String name) {
    return !name.endsWith(".class")
        && !name.startsWith("META-INF/maven/")
        && (LICENCE.matcher(name).matches() || NOTICE.matcher(name).matches());
  }

  @Test
  void liesBesideTheBundleToo() throws IOException {
    Path directory = ShippedBundle.ofThisModule().getParent();
    Map<String, byte[]> inside = new HashMap<>();
    for (String name : names) {
      if (name.startsWith(THIRD_PARTY)) {
        inside.put(name.substring(THIRD_PARTY.length()), bytes(name));
      }
    }
    Path licences = directory.resolve("licenses");
    try (Stream<Path> files = Files.walk(licences)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = licences.relativize(file).toString().replace(File.separatorChar, '/');
        assertThat(inside.remove(name)).as(name).isEqualTo(Files.readAllBytes(file));
      }
    }

    assertThat(inside.keySet()).as("in the bundle only").isEmpty();
    assertThat(Files.readAllBytes(directory.resolve(billName)))
        .isEqualTo(bytes("META-INF/sbom/" + billName));
  }

  private static String asInItsLibrary(String name) {
    String relocated = System.getProperty("stockpile.bundle.relocated", "");
    if (relocated.isEmpty()) {
      return name;
    }
    String versions = name.replaceFirst("^(META-INF/versions/[0-9]+/)?.*$", "$1");
    String rest = name.substring(versions.length());
    return rest.startsWith(relocated) ? versions + rest.substring(relocated.length()) : name;
  }

  private static Path jarOf(Library library) {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path file = Path.of(entry);
      if (file.getFileName().toString().equals(library.name() + ".jar")) {
        return file;
      }
    }
    throw new AssertionError(library.name() + " is named, but it is not on the class path");
  }

  private static Set<String> namesIn(JarFile jar) {
    return jar.stream()
        .filter(entry -> !entry.isDirectory())
        .map(JarEntry::getName)
        .collect(Collectors.toSet());
  }

  private byte[] bytes(String name) throws IOException {
    JarEntry entry = bundle.getJarEntry(name);
    assertThat(entry).as("%s in the bundle", name).isNotNull();
    try (InputStream in = bundle.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
