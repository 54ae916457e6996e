package io.stockpile.schedule;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The objects in a file for kubectl, read as the API server reads them with strict validation:
 * unknown fields, and missing ones that are required, are errors.
 */
final class KubernetesManifests {
  private final List<Object> objects = new ArrayList<>();

  private KubernetesManifests() {}

  static KubernetesManifests read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  static KubernetesManifests parse(String yaml) throws IOException {
    KubernetesManifests manifests = new KubernetesManifests();
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    for (Object document : new Yaml(strict).loadAll(yaml)) {
      manifests.add(new Gson().toJsonTree(document).getAsJsonObject());
    }
    return manifests;
  }

  private void add(JsonObject object) throws IOException {
    String kind = object.get("apiVersion").getAsString() + " " + object.get("kind").getAsString();
    switch (kind) {
      case "batch/v1 CronJob" -> {
        V1CronJob.validateJsonElement(object);
        objects.add(JSON.getGson().fromJson(object, V1CronJob.class));
      }
      case "v1 ServiceAccount" -> {
        V1ServiceAccount.validateJsonElement(object);
        objects.add(JSON.getGson().fromJson(object, V1ServiceAccount.class));
      }
      default -> throw new IOException("No object of this kind is expected here: " + kind);
    }
  }

  /** The only object of a type. */
  <T> T only(Class<T> type) {
    List<T> found = objects.stream().filter(type::isInstance).map(type::cast).toList();
    if (found.size() != 1) {
      throw new IllegalStateException("There are " + found.size() + " of " + type.getSimpleName());
    }
    return found.get(0);
  }
}
