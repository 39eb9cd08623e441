package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.literal;
import static dev.meridian.stacks.hcl.HclText.reference;
import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.aws.data_aws_iam_policy_document.DataAwsIamPolicyDocument;
import com.hashicorp.cdktf.providers.aws.data_aws_iam_policy_document.DataAwsIamPolicyDocumentStatement;
import com.hashicorp.cdktf.providers.aws.data_aws_iam_policy_document.DataAwsIamPolicyDocumentStatementCondition;
import com.hashicorp.cdktf.providers.aws.data_aws_iam_policy_document.DataAwsIamPolicyDocumentStatementPrincipals;
import com.hashicorp.cdktf.providers.aws.iam_role.IamRole;
import com.hashicorp.cdktf.providers.aws.iam_role_policy.IamRolePolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import software.constructs.Construct;

/**
 * What the function that adjusts weights may do: read metrics and the zone, and change the record
 * sets of the adjusted names.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-conditions-route53.html">IAM
 *     conditions of Route 53</a>
 */
record WeightsRole(Construct stack, String name, String zone, WeightsSettings settings) {
  private static final String WEIGHTS = "weights";
  private static final String CHANGES = "route53:ChangeResourceRecordSets";
  private static final String ALL_OF = "ForAllValues:StringEquals";

  /** Adds the role, and returns what the function has to wait for. */
  ITerraformDependable add() {
    document(
        "weights_assume",
        List.of(
            DataAwsIamPolicyDocumentStatement.builder()
                .actions(List.of("sts:AssumeRole"))
                .principals(
                    List.of(
                        DataAwsIamPolicyDocumentStatementPrincipals.builder()
                            .type("Service")
                            .identifiers(List.of("lambda.amazonaws.com"))
                            .build()))
                .build()));
    document(WEIGHTS, statements());
    named(
        WEIGHTS,
        IamRole.Builder.create(stack, "aws_iam_role.weights")
            .name(name)
            .description("What the function that adjusts weights may do")
            .assumeRolePolicy(json("weights_assume"))
            .build());
    return named(
        WEIGHTS,
        IamRolePolicy.Builder.create(stack, "aws_iam_role_policy.weights")
            .name(WEIGHTS)
            .role(reference("aws_iam_role.weights.id"))
            .policy(json(WEIGHTS))
            .build());
  }

  private void document(String id, List<DataAwsIamPolicyDocumentStatement> statements) {
    named(
        id,
        DataAwsIamPolicyDocument.Builder.create(stack, "data.aws_iam_policy_document." + id)
            .statement(statements)
            .build());
  }

  private static String json(String document) {
    return reference("data.aws_iam_policy_document." + document + ".json");
  }

  private List<DataAwsIamPolicyDocumentStatement> statements() {
    String freeze = reference("aws_ssm_parameter.weights_freeze.arn");
    String state = reference("aws_ssm_parameter.weights_state.arn");
    String log = reference("aws_cloudwatch_log_group.weights.arn") + ":*";
    List<DataAwsIamPolicyDocumentStatement> all = new ArrayList<>();
    all.add(
        statement("ReadTheZone", List.of("route53:ListResourceRecordSets"), List.of(zoneArn()))
            .build());
    all.add(changes());
    if (!settings.regions().isEmpty()) {
      // GetMetricData does not support resources.
      all.add(everywhere("ReadMetrics", "cloudwatch:GetMetricData", settings.regions()));
    }
    if (!settings.alarms().isEmpty()) {
      // With resources, DescribeAlarms does not return composite alarms (CloudWatch API).
      all.add(everywhere("ReadAlarms", "cloudwatch:DescribeAlarms", List.of(settings.region())));
    }
    all.add(
        statement("ReadParameters", List.of("ssm:GetParameter"), List.of(freeze, state)).build());
    all.add(statement("KeepState", List.of("ssm:PutParameter"), List.of(state)).build());
    all.add(
        statement("Log", List.of("logs:CreateLogStream", "logs:PutLogEvents"), List.of(log))
            .build());
    return all;
  }

  /** An action on all resources of some regions. */
  private static DataAwsIamPolicyDocumentStatement everywhere(
      String id, String action, Collection<String> regions) {
    return statement(id, List.of(action), List.of("*"))
        .condition(List.of(condition("StringEquals", "aws:RequestedRegion", List.copyOf(regions))))
        .build();
  }

  /** Only changes of the adjusted record sets. ForAllValues also holds for a missing key. */
  private DataAwsIamPolicyDocumentStatement changes() {
    SortedSet<String> names = new TreeSet<>();
    SortedSet<String> types = new TreeSet<>();
    settings
        .names()
        .forEach(
            one -> {
              names.add(literal(normalized(one.name().text())));
              types.addAll(settings.types(one));
            });
    String key = CHANGES + "NormalizedRecordNames";
    return statement("ChangeWeights", List.of(CHANGES), List.of(zoneArn()))
        .condition(
            List.of(
                condition(ALL_OF, key, List.copyOf(names)),
                condition(ALL_OF, CHANGES + "RecordTypes", List.copyOf(types)),
                condition(ALL_OF, CHANGES + "Actions", List.of("UPSERT")),
                condition("Null", key, List.of("false"))))
        .build();
  }

  /** Lower case, without a final dot, and with the octal code of an asterisk. */
  static String normalized(String name) {
    return name.replace("*", "\\052");
  }

  private String zoneArn() {
    return reference(zone + ".arn");
  }

  private static DataAwsIamPolicyDocumentStatement.Builder statement(
      String id, List<String> actions, List<String> resources) {
    return DataAwsIamPolicyDocumentStatement.builder()
        .sid(id)
        .actions(actions)
        .resources(resources);
  }

  private static DataAwsIamPolicyDocumentStatementCondition condition(
      String test, String variable, List<String> values) {
    return DataAwsIamPolicyDocumentStatementCondition.builder()
        .test(test)
        .variable(variable)
        .values(values)
        .build();
  }
}
