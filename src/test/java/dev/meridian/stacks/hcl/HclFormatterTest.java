package dev.meridian.stacks.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HclFormatterTest {
  @Test
  void equalsSignsOfNeighboursStandInOneColumn() {
    assertThat(
            HclFormatter.tidied(
                "resource \"a\" \"b\" {\nlong_name = 1\nx = \"y\"\nt = {\nk = \"v\"\n}\nz = 2\n}"))
        .isEqualTo(
            """
            resource "a" "b" {
              long_name = 1
              x         = "y"
              z         = 2
              t = {
                k = "v"
              }
            }
            """);
  }

  @Test
  void referencesLoseTheirQuotes() {
    assertThat(
            HclFormatter.tidied(
                """
                resource "a" "b" {
                depends_on = [
                "c.d",
                ]
                one = "${e.f}"
                two = "${e.f}-${e.g}"
                call = "${join("}", e.h)}"
                }
                """))
        .isEqualTo(
            """
            resource "a" "b" {
              one        = e.f
              two        = "${e.f}-${e.g}"
              call       = join("}", e.h)
              depends_on = [c.d]
            }
            """);
  }

  @Test
  void listsThatAreTooWideStandOneItemALine() {
    String item = "\"" + "x".repeat(45) + "\"";

    assertThat(HclFormatter.tidied("output \"o\" {\nvalue = [\n" + item + ",\n" + item + "\n]\n}"))
        .isEqualTo("output \"o\" {\n  value = [\n    " + item + ",\n    " + item + ",\n  ]\n}\n");
  }

  @Test
  void textThatWasNotEscapedIsRefused() {
    assertThatThrownBy(() -> HclFormatter.tidied("output \"o\" {\nvalue = <<EOF\na\nb\nEOF\n}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a line break was not escaped");
  }

  @Test
  void versionsAndBlankLinesAreAdded() {
    assertThat(
            HclFormatter.tidied(
                """
                terraform {
                required_providers {
                  aws = {
                source = "aws"
                version = "6.25.0"
                }
                }


                }
                resource "a" "b" {
                lifecycle {
                  x = true
                }
                c {
                none = null
                }
                }\
                """))
        .isEqualTo(
            """
            terraform {
              required_version = ">= 1.5"

              required_providers {
                aws = {
                  source  = "hashicorp/aws"
                  version = ">= 5.100, < 7"
                }
              }
            }

            resource "a" "b" {
              c {}

              lifecycle {
                x = true
              }
            }
            """);
  }
}
