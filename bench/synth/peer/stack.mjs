// What every stack has: a state file, a provider, and tags.
import { aws, cdktf } from "./packages.mjs";

const { AwsProvider } = aws("provider");

export const stateFile = (stack) => `../../../terraform.${stack}.tfstate`;

export class SystemStack extends cdktf.TerraformStack {
  constructor(scope, { application, environment, part, region, tag = part }) {
    const name = `${application}-${environment}-${part}`;
    super(scope, name);
    this.tags = { Application: application, Environment: environment, ManagedBy: "Meridian", Region: tag };
    new cdktf.LocalBackend(this, { path: stateFile(name) });
    new AwsProvider(this, "aws", { region, defaultTags: [{ tags: this.tags }] });
  }

  output(name, description, value) {
    new cdktf.TerraformOutput(this, name, { description, value, staticId: true });
  }
}
