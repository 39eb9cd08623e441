terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }

  backend "remote" {
    organization = "acme"
    hostname     = "tfe.example.com"

    workspaces {
      name = "shop-test-dns"
    }
  }
}

data "terraform_remote_state" "us-east-1" {
  backend = "remote"
  config = {
    organization = "acme"
    workspaces = {
      name = "shop-test-us-east-1"
    }
    hostname = "tfe.example.com"
  }
}
