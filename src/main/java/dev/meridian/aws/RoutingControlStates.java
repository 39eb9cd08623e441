package dev.meridian.aws;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.route53recoverycluster.Route53RecoveryClusterClient;
import software.amazon.awssdk.services.route53recoverycluster.model.ConflictException;
import software.amazon.awssdk.services.route53recoverycluster.model.RoutingControlState;

/**
 * The states of routing controls, through the data plane of a cluster. If an endpoint does not
 * answer, the next one is asked, in the order of their regions. Every endpoint can change all
 * states.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/r53recovery/latest/dg/route53-arc-best-practices.regional.html">Best
 *     practices</a>
 */
public final class RoutingControlStates {
  private static final int SERVER_ERROR = 500;

  private final List<ClusterEndpoint> endpoints;
  private final AwsAccess access;
  private final Consumer<String> notes;

  /**
   * @param endpoints at least one
   * @param notes receives a line for each endpoint that does not answer
   */
  public RoutingControlStates(
      List<ClusterEndpoint> endpoints, AwsAccess access, Consumer<String> notes) {
    if (endpoints.isEmpty()) {
      throw new IllegalArgumentException("a cluster has endpoints");
    }
    this.endpoints = List.copyOf(endpoints);
    this.access = access;
    this.notes = notes;
  }

  /** A safety rule refused a change. The message is AWS's, which names the rule. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * A routing control.
   *
   * @param on whether its state is on
   */
  public record Control(String arn, boolean on) {}

  /** The routing controls of a panel by name. */
  public SortedMap<String, Control> list(String panelArn) throws AwsReadException {
    return ask(
        "the states of the routing controls",
        client -> {
          SortedMap<String, Control> states = new TreeMap<>();
          client
              .listRoutingControlsPaginator(request -> request.controlPanelArn(panelArn))
              .routingControls()
              .forEach(
                  one ->
                      states.put(
                          one.routingControlName(),
                          new Control(
                              one.routingControlArn(),
                              one.routingControlState() == RoutingControlState.ON)));
          return Collections.unmodifiableSortedMap(states);
        });
  }

  /**
   * Changes the state of a routing control.
   *
   * @param overridden the ARNs of safety rules that may be violated
   */
  public void set(String arn, boolean on, List<String> overridden)
      throws AwsReadException, Refused {
    RoutingControlState state = on ? RoutingControlState.ON : RoutingControlState.OFF;
    try {
      ask(
          "the routing control " + arn,
          client ->
              client.updateRoutingControlState(
                  request ->
                      request
                          .routingControlArn(arn)
                          .routingControlState(state)
                          .safetyRulesToOverride(overridden)));
    } catch (AwsReadException e) {
      if (e.getCause() instanceof ConflictException refusal) {
        throw new Refused(refusal.awsErrorDetails().errorMessage(), refusal);
      }
      throw e;
    }
  }

  /** Asks one endpoint after the other, until one answers. */
  private <T> T ask(String what, Function<Route53RecoveryClusterClient, T> request)
      throws AwsReadException {
    AwsReadException last = null;
    for (ClusterEndpoint endpoint : endpoints) {
      try (Route53RecoveryClusterClient client = access.recoveryCluster(endpoint)) {
        return AwsReadException.reading(what, () -> request.apply(client));
      } catch (AwsReadException e) {
        if (isAnswer(e.getCause())) {
          throw e;
        }
        notes.accept("The endpoint in " + endpoint.region() + " did not answer.");
        last = e;
      }
    }
    throw Objects.requireNonNull(last);
  }

  /** Whether another endpoint would answer the same. */
  private static boolean isAnswer(@Nullable Throwable cause) {
    return cause instanceof AwsServiceException error
        && error.statusCode() < SERVER_ERROR
        && !error.isThrottlingException();
  }
}
