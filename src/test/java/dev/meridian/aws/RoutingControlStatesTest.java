package dev.meridian.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.testing.LoopbackServer;
import dev.meridian.testing.LoopbackServer.Response;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The endpoints of a cluster are asked in turn, until one answers. */
class RoutingControlStatesTest {
  private static final String PANEL =
      "arn:aws:route53-recovery-control::123456789012:controlpanel/0";
  private static final String CONTROL = PANEL + "/routingcontrol/1";
  private static final Response BROKEN =
      new Response(
          503, "{\"__type\": \"EndpointTemporarilyUnavailableException\", \"message\": \"later\"}");
  private static final Response LISTED =
      Response.ok(
          "{\"RoutingControls\": [{\"RoutingControlArn\": \""
              + CONTROL
              + "\", \"RoutingControlName\": \"us-east-1\", \"RoutingControlState\": \"On\"}]}");

  private final List<String> notes = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private Response first = BROKEN;
  private Response second = LISTED;
  private LoopbackServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        new LoopbackServer(
            request -> {
              asked.add(request.path());
              return request.path().startsWith("/one") ? first : second;
            });
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theNextEndpointAnswersIfTheFirstDoesNot() throws Exception {
    assertThat(states().list(PANEL))
        .containsOnlyKeys("us-east-1")
        .containsEntry("us-east-1", new RoutingControlStates.Control(CONTROL, true));
    assertThat(notes).containsExactly("The endpoint in us-east-1 did not answer.");
  }

  @Test
  void anEndpointThatCannotBeReachedIsLeftOut() throws Exception {
    ClusterEndpoint gone = new ClusterEndpoint("us-west-2", URI.create("http://127.0.0.1:1/v1"));
    RoutingControlStates states =
        new RoutingControlStates(
            List.of(gone, endpoint("eu-west-1", "/two/v1")),
            AwsAccess.emulator(server.endpoint()),
            notes::add);

    assertThat(states.list(PANEL)).hasSize(1);
    assertThat(notes).containsExactly("The endpoint in us-west-2 did not answer.");
  }

  @Test
  void aSafetyRulesRefusalIsAnAnswer() {
    first =
        new Response(
            409, "{\"__type\": \"ConflictException\", \"message\": \"violates at-least-1\"}");

    assertThatThrownBy(() -> states().set(CONTROL, true, List.of()))
        .isInstanceOf(RoutingControlStates.Refused.class)
        .hasMessage("violates at-least-1");
    assertThat(asked).hasSize(1);
  }

  @Test
  void aMissingPermissionIsAnAnswer() {
    first = new Response(400, "{\"__type\": \"AccessDeniedException\", \"message\": \"no\"}");

    assertThatThrownBy(() -> states().list(PANEL))
        .isInstanceOf(AwsReadException.class)
        .hasMessageContaining("AccessDeniedException");
    assertThat(notes).isEmpty();
  }

  @Test
  void ifNoneAnswersThatIsAnError() {
    second = BROKEN;

    assertThatThrownBy(() -> states().list(PANEL)).isInstanceOf(AwsReadException.class);
    assertThat(notes).hasSize(2);
  }

  private RoutingControlStates states() {
    return new RoutingControlStates(
        List.of(endpoint("us-east-1", "/one/v1"), endpoint("eu-west-1", "/two/v1")),
        AwsAccess.emulator(server.endpoint()),
        notes::add);
  }

  private ClusterEndpoint endpoint(String region, String path) {
    return new ClusterEndpoint(region, URI.create(server.endpoint() + path));
  }
}
