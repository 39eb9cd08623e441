terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }

  backend "gcs" {
    bucket = "states"
    prefix = "m/shop-test-dns"
  }
}

data "terraform_remote_state" "us-east-1" {
  backend = "gcs"
  config = {
    bucket = "states"
    prefix = "m/shop-test-us-east-1"
  }
}
