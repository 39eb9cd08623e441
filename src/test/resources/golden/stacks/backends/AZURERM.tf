terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }

  backend "azurerm" {
    container_name       = "states"
    key                  = "shop-test-dns.tfstate"
    storage_account_name = "acme"
    resource_group_name  = "tf"
  }
}

data "terraform_remote_state" "us-east-1" {
  backend = "azurerm"
  config = {
    container_name       = "states"
    key                  = "shop-test-us-east-1.tfstate"
    storage_account_name = "acme"
    resource_group_name  = "tf"
  }
}
