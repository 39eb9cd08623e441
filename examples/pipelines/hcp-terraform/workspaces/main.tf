# The workspaces of one declaration: one per stack, read from the output of synth. A workspace can read the
# states that its stack reads: DNS those of the regions and accelerators; an accelerator, private-network, and
# private-dns those of their regions.
# It plans again after each of their applies.
#
# Each environment has a declaration, a folder of stacks, and workspaces of its own. Keep them in states of
# their own too: terraform workspace new staging, and -var folder=cdktf.staging.out.
#
# If you set `repository`, the workspaces are VCS-driven, from the committed HCL; otherwise, CLI-driven.

terraform {
  required_version = ">= 1.5"

  required_providers {
    tfe = {
      source  = "hashicorp/tfe"
      version = ">= 0.60, < 1"
    }
  }
}

variable "organization" {
  type = string
}

variable "folder" {
  description = "The folder of the stacks, from the root of the repository, such as cdktf.staging.out"
  type        = string
  default     = "cdktf.out"
}

variable "repository_root" {
  description = "The root of the repository, from this folder"
  type        = string
  default     = "../../../.."
}

variable "workspace_prefix" {
  description = "The value of state.workspace-prefix in the declaration"
  type        = string
  default     = ""
}

variable "repository" {
  description = "OWNER/NAME of the repository, its branch, and the installation ID of HCP Terraform's GitHub app"
  type = object({
    identifier   = string
    branch       = string
    installation = string
  })
  default = null
}

variable "aws_role" {
  description = "ARN of the role that trusts HCP Terraform's OIDC provider"
  type        = string
}

locals {
  manifest = jsondecode(file("${var.repository_root}/${var.folder}/manifest.json")).stacks
  stacks   = keys(local.manifest)
  # Stack to the stacks that read its state.
  readers = {
    for stack in local.stacks :
    stack => [for reader in local.stacks : reader if contains(local.manifest[reader].dependencies, stack)]
  }
  reads = merge([
    for stack in local.stacks :
    { for read in local.manifest[stack].dependencies : "${stack}/${read}" => { reader = stack, read = read } }
  ]...)

  # HCP Terraform's variables for dynamic credentials.
  environment = {
    TFC_AWS_PROVIDER_AUTH = "true"
    TFC_AWS_RUN_ROLE_ARN  = var.aws_role
  }
  variables = {
    for pair in setproduct(local.stacks, keys(local.environment)) :
    "${pair[0]}/${pair[1]}" => { stack = pair[0], name = pair[1] }
  }
}

resource "tfe_workspace" "stack" {
  for_each = toset(local.stacks)

  organization      = var.organization
  name              = "${var.workspace_prefix}${each.key}"
  working_directory = var.repository == null ? null : "${var.folder}/stacks/${each.key}"
  auto_apply        = false

  # Nothing runs until someone starts the first run, regions first.
  queue_all_runs = false

  dynamic "vcs_repo" {
    for_each = var.repository[*]
    content {
      identifier                 = vcs_repo.value.identifier
      branch                     = vcs_repo.value.branch
      github_app_installation_id = vcs_repo.value.installation
    }
  }

  lifecycle {
    prevent_destroy = true # destroying a workspace destroys its state
  }
}

resource "tfe_workspace_settings" "stack" {
  for_each = toset(local.stacks)

  workspace_id        = tfe_workspace.stack[each.key].id
  execution_mode      = "remote"
  global_remote_state = false
  remote_state_consumer_ids = [
    for reader in local.readers[each.key] : tfe_workspace.stack[reader].id
  ]
}

resource "tfe_run_trigger" "after" {
  for_each = local.reads

  workspace_id  = tfe_workspace.stack[each.value.reader].id
  sourceable_id = tfe_workspace.stack[each.value.read].id
}

resource "tfe_variable" "aws" {
  for_each = local.variables

  workspace_id = tfe_workspace.stack[each.value.stack].id
  key          = each.value.name
  value        = local.environment[each.value.name]
  category     = "env"
}
