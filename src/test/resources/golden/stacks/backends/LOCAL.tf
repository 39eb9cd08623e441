terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }

  backend "local" {
    path = "../../../state/terraform.shop-test-dns.tfstate"
  }
}

data "terraform_remote_state" "us-east-1" {
  backend = "local"
  config = {
    path = "../../../state/terraform.shop-test-us-east-1.tfstate"
  }
}
