package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RehearseCommandTest {

  @Test
  void anInterruptNamesTheStacksThatAreUnderWayAndWhatToTypeNext() {
    assertThat(
            RehearseCommand.interrupted(
                List.of("shop-test-eu-west-1"), true, "./meridian rehearse --keep"))
        .isEqualTo(
            "Interrupted while working on shop-test-eu-west-1; ending terraform and the local"
                + " AWS, which takes up to a minute. To start again: ./meridian rehearse --keep");
  }

  @Test
  void betweenStepsItNamesNoStackAndOnAnotherEndpointNothingIsTakenDown() {
    assertThat(RehearseCommand.interrupted(List.of(), false, "./meridian rehearse"))
        .isEqualTo(
            "Interrupted; ending terraform, which takes up to a minute. What was applied stays. To"
                + " continue: ./meridian rehearse");
  }
}
