"""Changes of Route 53 for Terraform, which are in sync at once.

Terraform's AWS provider waits 10 to 29 seconds before it asks for the first time whether a change is in
sync: waitChangeInsync in internal/service/route53 of github.com/hashicorp/terraform-provider-aws. It does
not wait if a response has no ChangeInfo. Other clients get it, because they may need its ID; so does a
provider that has WAITS in TF_APPEND_USER_AGENT.
"""

from moto.route53.responses import Route53

PROVIDER = "terraform-provider-aws/"
WAITS = "wait-for-sync"
CHANGES = (
    "create_hosted_zone",
    "delete_hosted_zone",
    "associate_vpc_with_hosted_zone",
    "disassociate_vpc_from_hosted_zone",
    "change_resource_record_sets",
)


def at_once(method):
    """The method, without ChangeInfo in its response to the provider."""

    def answered(self):
        response = method(self)
        agent = self.headers.get("User-Agent", "")
        if PROVIDER in agent and WAITS not in agent:
            response.result.pop("ChangeInfo", None)
        return response

    return answered


def fill():
    for name in CHANGES:
        setattr(Route53, name, at_once(getattr(Route53, name)))
