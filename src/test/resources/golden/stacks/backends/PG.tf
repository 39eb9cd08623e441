terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }

  backend "pg" {
    schema_name = "m-shop-test-dns"
  }
}

data "terraform_remote_state" "us-east-1" {
  backend = "pg"
  config = {
    schema_name = "m-shop-test-us-east-1"
  }
}
