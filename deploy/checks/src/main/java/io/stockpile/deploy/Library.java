package io.stockpile.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A component of a bill of materials.
 *
 * @param name the artifact's id, its version, and its classifier if it has one, joined by hyphens:
 *     the name of its file, and of the folder of its licences
 * @param licences SPDX ids or expressions, or names of licences without one
 * @param sha256 the digest of its jar, in lower-case hex; empty if the bill has none
 */
record Library(String group, String name, List<String> licences, String sha256) {
  private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]+)");

  static Library of(JsonNode component) {
    Matcher classifier = CLASSIFIER.matcher(component.path("purl").asText());
    String name = component.path("name").asText() + "-" + component.path("version").asText();
    List<String> licences = new ArrayList<>();
    for (JsonNode entry : component.path("licenses")) {
      JsonNode licence = entry.path("license");
      licences.add(
          entry
              .path("expression")
              .asText(licence.path("id").asText(licence.path("name").asText())));
    }
    String sha256 = "";
    for (JsonNode hash : component.path("hashes")) {
      if (hash.path("alg").asText().equals("SHA-256")) {
        sha256 = hash.path("content").asText();
      }
    }
    return new Library(
        component.path("group").asText(),
        classifier.find() ? name + "-" + classifier.group(1) : name,
        licences,
        sha256);
  }

  boolean isOurs() {
    return group.equals("io.stockpile");
  }
}
