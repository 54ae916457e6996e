package io.stockpile.deploy.flink;

import java.io.File;
import java.util.Arrays;
import org.apache.flink.client.deployment.application.ApplicationClusterEntryPoint;
import org.apache.flink.client.program.DefaultPackagedProgramRetriever;
import org.apache.flink.client.program.PackagedProgram;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.resourcemanager.StandaloneResourceManagerFactory;

/**
 * Runs a JobManager in application mode, as {@code bin/standalone-job.sh} does. It takes the place
 * of Flink's main class, whose jar cannot be had everywhere; the mode itself is part of Flink's
 * client.
 */
public final class ApplicationEntryPoint extends ApplicationClusterEntryPoint {
  private ApplicationEntryPoint(Configuration configuration, PackagedProgram program) {
    super(configuration, program, StandaloneResourceManagerFactory.getInstance());
  }

  /**
   * Runs one program and ends with it.
   *
   * @param arguments directory of the configuration, directory of the program's jar, the program's
   *     main class, and its arguments
   */
  public static void main(String[] arguments) throws Exception {
    Configuration configuration = GlobalConfiguration.loadConfiguration(arguments[0]);
    PackagedProgram program =
        DefaultPackagedProgramRetriever.create(
                new File(arguments[1]),
                arguments[2],
                Arrays.copyOfRange(arguments, 3, arguments.length),
                configuration)
            .getPackagedProgram();
    configureExecution(configuration, program);
    runClusterEntrypoint(new ApplicationEntryPoint(configuration, program));
  }
}
