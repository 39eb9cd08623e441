// Generates small Java bindings for cdktf and for the modules of the AWS provider that src/ uses.
//
// The prebuilt artifact is 124 MB, and a synth with it takes 6 s. These jars are a few MB. The version
// of each jar ends in a hash of everything that went into it. So each jar is built once, Maven's shared
// cache never serves the jar of another checkout, and a jar appears by one rename or not at all.
import * as fs from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, GEN, make, POM, ROOT } from "./jars.mjs";
import { pomProperty } from "./maven.mjs";
import { usedModules } from "./modules.mjs";
import { UnknownModule } from "./trim.mjs";

const users = usedModules(join(ROOT, "src"));
const modules = [...users.keys()];
const wanted = describe(modules, "lean");
const work = fs.mkdtempSync(join(GEN, "work-"));
try {
  removeLeftovers();
  await build();
  announce();
  removeOldVersions();
} catch (error) {
  if (!(error instanceof UnknownModule)) throw error;
  const user = relative(ROOT, users.get(error.message));
  const version = pomProperty(POM, "provider-aws.version");
  console.error(`${user}: @cdktf/provider-aws ${version} has no module ${error.message}`);
  process.exitCode = 1;
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}

async function build() {
  const made = await make(wanted, modules, work);
  if (!made) console.log(`up to date: ${modules.length} modules`);
}

/** Maven reads this file at every start, so a plain `mvn test` finds the same jars. */
function announce() {
  const { cdktf, provider } = wanted;
  const text = `-Dcdktf.build=${cdktf.hash}\n-Dprovider-aws.build=${provider.hash}\n`;
  const target = join(ROOT, ".mvn", "maven.config");
  if (fs.existsSync(target) && fs.readFileSync(target, "utf8") === text) return;
  fs.writeFileSync(join(work, "maven.config"), text);
  fs.renameSync(join(work, "maven.config"), target);
}

/** Removes what an interrupted run left behind. The launcher's lock prevents concurrent runs. */
function removeLeftovers() {
  for (const name of fs.readdirSync(GEN)) {
    const path = join(GEN, name);
    if (name.startsWith("work-") && path !== work) fs.rmSync(path, { recursive: true });
  }
}

function removeOldVersions() {
  for (const { folder } of Object.values(wanted)) {
    for (const name of fs.readdirSync(dirname(folder))) {
      const old = join(dirname(folder), name);
      if (old !== folder) fs.rmSync(old, { recursive: true });
    }
  }
}
