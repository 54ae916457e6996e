package io.stockpile.pipeline.recipes;

import io.stockpile.pipeline.Rooms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the blocks of code on the page of recipes, by reader and question. */
final class RecipePage {
  private final Map<String, Map<String, String>> recipes = new LinkedHashMap<>();

  private RecipePage() {}

  static RecipePage read() throws IOException {
    RecipePage page = new RecipePage();
    String reader = "";
    String question = "";
    List<String> block = null;
    for (String line :
        Files.readAllLines(
            Rooms.project().resolve("src/site/recipes.md"), StandardCharsets.UTF_8)) {
      if (block != null && line.equals("```")) {
        page.add(reader, question, String.join("\n", block));
        block = null;
      } else if (block != null) {
        block.add(line);
      } else if (line.startsWith("```")) {
        block = new ArrayList<>();
      } else if (line.startsWith("## ")) {
        reader = line.substring(3);
      } else if (line.startsWith("### ")) {
        question = line.substring(4);
      }
    }
    return page;
  }

  private void add(String reader, String question, String code) {
    String former =
        recipes.computeIfAbsent(reader, key -> new LinkedHashMap<>()).put(question, code);
    if (former != null) {
      throw new AssertionError("Two blocks answer " + question + " by " + reader);
    }
  }

  /** The code for each question. */
  Map<String, String> by(String reader) {
    return recipes.get(reader);
  }

  String code(String reader, String question) {
    String code = by(reader).get(question);
    if (code == null) {
      throw new AssertionError("The page has no '%s' by %s".formatted(question, reader));
    }
    return code;
  }
}
