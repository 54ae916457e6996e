package io.stockpile.deploy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.CreateContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import io.stockpile.connectors.store.DockerEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * The image of {@code deploy/container/Dockerfile} with the bundle of this module. Its containers
 * may do as little as possible: they have a read-only file system and no capabilities, and do not
 * run as root. They use the network of this machine, because the simulated services listen on
 * loopback.
 */
final class ShippedImage {
  private static final String PUBLIC_BASE = "eclipse-temurin:17-jre";

  private final DockerClient docker = DockerClientFactory.lazyClient();
  private final String name;

  private ShippedImage(String name) {
    this.name = name;
  }

  static boolean canBeBuilt() {
    return System.getProperty("os.name").equals("Linux") && DockerEngine.isWanted();
  }

  /**
   * Builds the image on that of {@code -Dstockpile.test.baseImage}, otherwise on the public base
   * image.
   */
  static ShippedImage build() throws InterruptedException {
    Optional<String> given = Optional.ofNullable(System.getProperty("stockpile.test.baseImage"));
    if (given.isEmpty()) {
      pullPublicBase();
    }
    Path bundle = ShippedBundle.ofThisModule();
    return new ShippedImage(
        new ImageFromDockerfile()
            .withFileFromPath("Dockerfile", Path.of("..", "container", "Dockerfile"))
            .withFileFromPath("deploy/embedded/target/" + bundle.getFileName(), bundle)
            .withFileFromPath("deploy/embedded/target/licenses", bundle.resolveSibling("licenses"))
            .withFileFromPath("LICENSE", Path.of("..", "..", "LICENSE"))
            .withBuildArg("BASE_IMAGE", given.orElse(PUBLIC_BASE))
            .get());
  }

  private static void pullPublicBase() throws InterruptedException {
    try {
      boolean pulled =
          DockerClientFactory.lazyClient()
              .pullImageCmd(PUBLIC_BASE)
              .start()
              .awaitCompletion(3, TimeUnit.MINUTES);
      if (!pulled) {
        throw new TestAbortedException(PUBLIC_BASE + " was not there within three minutes");
      }
    } catch (DockerException e) {
      throw new TestAbortedException("Docker is here, but the image " + PUBLIC_BASE + " is not", e);
    }
  }

  /** The image's labels. */
  Map<String, String> labels() {
    return docker.inspectImageCmd(name).exec().getConfig().getLabels();
  }

  /**
   * The user for a container that writes to the directory. It is the user of the image if root runs
   * the tests, and otherwise the user who runs them, who could not remove files of another user.
   */
  static int user(Path archive) throws IOException {
    int owner = (Integer) Files.getAttribute(archive, "unix:uid");
    return owner == 0 ? 65532 : owner;
  }

  /** Starts a container with the directory as {@code /archive}. */
  Running start(Path archive, Map<String, String> environment, List<String> arguments)
      throws IOException {
    CreateContainerCmd command = docker.createContainerCmd(name);
    if (user(archive) != 65532) {
      command.withUser(Integer.toString(user(archive)));
    }
    CreateContainerResponse created =
        command
            .withCmd(arguments)
            .withEnv(
                environment.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .toList())
            .withLabels(DockerClientFactory.DEFAULT_LABELS)
            .withHostConfig(
                HostConfig.newHostConfig()
                    .withReadonlyRootfs(true)
                    .withNetworkMode("host")
                    .withMemory(1L << 30)
                    .withCapDrop(Capability.ALL)
                    .withSecurityOpts(List.of("no-new-privileges"))
                    .withBinds(new Bind(archive.toString(), new Volume("/archive"))))
            .exec();
    docker.startContainerCmd(created.getId()).exec();
    return new Running(created.getId());
  }

  /** The result of a container; {@code log} has both streams. */
  record Ended(int code, String log) {}

  /** A started container. */
  final class Running {
    private final String id;

    private Running(String id) {
      this.id = id;
    }

    boolean isAlive() {
      return Boolean.TRUE.equals(docker.inspectContainerCmd(id).exec().getState().getRunning());
    }

    void signal(String signal) {
      docker.killContainerCmd(id).withSignal(signal).exec();
    }

    /** Waits for the end, reads what was printed, and removes the container. */
    Ended end() throws InterruptedException {
      try {
        int code = docker.waitContainerCmd(id).start().awaitStatusCode(3, TimeUnit.MINUTES);
        StringBuffer log = new StringBuffer();
        docker
            .logContainerCmd(id)
            .withStdOut(true)
            .withStdErr(true)
            .exec(
                new ResultCallback.Adapter<Frame>() {
                  @Override
                  public void onNext(Frame frame) {
                    log.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
                  }
                })
            .awaitCompletion();
        return new Ended(code, log.toString());
      } finally {
        docker.removeContainerCmd(id).withForce(true).exec();
      }
    }
  }
}
