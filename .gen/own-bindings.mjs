// Builds and installs bindings with the provider modules that Meridian uses and others that you name,
// for a project that uses Meridian as a library: docs/library.md.
//
//     node .gen/own-bindings.mjs NAME MODULE...
//
// A module is a Java package in com.hashicorp.cdktf.providers.aws, such as sqs_queue. The jar has the
// coordinates of Meridian's own bindings, so Maven and Gradle never put both on the class path. Its
// version contains NAME and a hash of the jar's content, so two sets never share a version.
import * as fs from "node:fs";
import { join } from "node:path";
import { describe, filesOf, GEN, make, POM, ROOT } from "./jars.mjs";
import { installToLocalRepository, pomProperty } from "./maven.mjs";
import { usedModules } from "./modules.mjs";
import { UnknownModule } from "./trim.mjs";

const [name, ...more] = process.argv.slice(2);
if (!/^[a-z][a-z0-9]*$/.test(name ?? "") || name === "lean" || more.length === 0) {
  console.error("usage: node .gen/own-bindings.mjs NAME MODULE...");
  console.error("  NAME has lower-case letters and digits, such as your team's name; not lean");
  console.error("  MODULE is a module of the AWS provider, such as sqs_queue");
  process.exit(2);
}

const modules = [...new Set([...usedModules(join(ROOT, "src", "main")).keys(), ...more])].sort();
const wanted = describe(modules, name);
const work = fs.mkdtempSync(join(GEN, "own-work-"));
// Not in the repository of this clone, which contains only the current build of Meridian's bindings.
wanted.provider.folder = join(work, "made", "cdktf-provider-aws");
try {
  await make(wanted, modules, work);
  const plugin = pomProperty(POM, "install-plugin.version");
  for (const made of [wanted.cdktf, wanted.provider]) {
    await installToLocalRepository(filesOf(made), plugin);
  }
  console.log(`Installed. Declare this in your project, next to dev.meridian:meridian:
    <dependency>
      <groupId>com.hashicorp</groupId>
      <artifactId>cdktf-provider-aws</artifactId>
      <version>${wanted.provider.version}</version>
    </dependency>`);
} catch (error) {
  if (!(error instanceof UnknownModule)) throw error;
  const version = pomProperty(POM, "provider-aws.version");
  console.error(`@cdktf/provider-aws ${version} has no module ${error.message}`);
  process.exitCode = 2;
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
