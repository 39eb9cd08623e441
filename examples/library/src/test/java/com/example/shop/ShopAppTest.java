package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopAppTest {
  @TempDir private static Path folder;
  private static List<String> stacks;

  @BeforeAll
  static void synthesize() {
    stacks = ShopApp.synthesize(folder.resolve("cdktf.out"));
  }

  @Test
  void meridiansStacksAndOursAreWritten() {
    assertEquals(
        List.of(
            "shop-production-us-east-1",
            "shop-production-eu-west-1",
            "shop-production-dns",
            "shop-production-mx"),
        stacks);
  }

  @Test
  void theAlarmWatchesMeridiansLoadBalancer() throws IOException {
    String region = hcl("shop-production-eu-west-1");

    assertTrue(region.contains("LoadBalancer = aws_lb.alb.arn_suffix"), region);
    assertTrue(region.contains("resource \"aws_wafv2_web_acl_association\""), region);
    assertTrue(region.contains("resource_arn = aws_lb.alb.arn"), region);
  }

  @Test
  void theMailRecordReadsTheZoneFromTheDnsStack() throws IOException {
    String mail = hcl("shop-production-mx");

    assertTrue(mail.contains("data \"terraform_remote_state\""), mail);
    assertTrue(mail.contains("terraform.shop-production-dns.tfstate"), mail);
  }

  private static String hcl(String stack) throws IOException {
    return Files.readString(folder.resolve("cdktf.out/stacks").resolve(stack).resolve("cdk.tf"));
  }
}
