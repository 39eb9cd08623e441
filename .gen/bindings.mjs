// Generates small Java bindings for cdktf and for the modules of the AWS provider that src/ uses.
//
// The prebuilt artifact is 124 MB, and a synth with it takes 6 s. These jars are a few MB. The version
// of each jar ends in a hash of everything that went into it. So each jar is built once, Maven's shared
// cache never serves the jar of another checkout, and a jar appears by one rename or not at all.
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { classpathOf, compileToJar, joinClasspath, pomOf, pomProperty } from "./maven.mjs";
import { usedModules } from "./modules.mjs";
import { run } from "./run.mjs";
import { trim, UnknownModule } from "./trim.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(HERE);
const POM = join(ROOT, "pom.xml");
const NPM = join(HERE, "node_modules");
const REPOSITORY = join(HERE, "repository", "com", "hashicorp");

const users = usedModules(join(ROOT, "src"));
const modules = [...users.keys()];
const wanted = describe();
const work = fs.mkdtempSync(join(HERE, "work-"));
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

/** Both jars, and what goes into them. */
function describe() {
  const jsii = [
    `software.amazon.jsii:jsii-runtime:${pin("jsii", "jsii-pacmak")}`,
    `software.constructs:constructs:${pin("constructs")}`,
  ];
  const annotations = [
    `org.jetbrains:annotations:${pomProperty(POM, "annotations.version")}`,
    `javax.annotation:javax.annotation-api:${pomProperty(POM, "annotation-api.version")}`,
  ];
  const dependencies = [
    ...jsii.map((coordinates) => ({ coordinates })),
    ...annotations.map((coordinates) => ({ coordinates, scope: "provided" })),
  ];
  const scripts = fs.readdirSync(HERE).filter((name) => name.endsWith(".mjs")).sort();
  const recipe = scripts.map((name) => fs.readFileSync(join(HERE, name), "utf8"));

  const cdktf = artifact("cdktf", pin("cdktf"), dependencies, recipe);
  const needsCdktf = { coordinates: `com.hashicorp:cdktf:${cdktf.version}` };
  const all = [needsCdktf, ...dependencies];
  const provider = artifact("cdktf-provider-aws", pin("provider-aws", "@cdktf/provider-aws"), all, modules);
  return { cdktf, provider };
}

function artifact(name, version, dependencies, ingredients) {
  const text = JSON.stringify([name, version, dependencies, ingredients]);
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
  const made = { artifact: name, hash, version: `${version}-lean-${hash}`, dependencies };
  return { ...made, folder: join(REPOSITORY, name, made.version) };
}

/** A version that must be the same in pom.xml and the npm lockfile. */
function pin(property, npmPackage = property) {
  const inPom = pomProperty(POM, `${property}.version`);
  const { version } = JSON.parse(fs.readFileSync(join(NPM, npmPackage, "package.json"), "utf8"));
  if (version !== inPom) {
    throw new Error(`${npmPackage} is ${version} in .gen and ${inPom} in pom.xml: make them one`);
  }
  return version;
}

async function build() {
  const { cdktf, provider } = wanted;
  if (fs.existsSync(cdktf.folder) && fs.existsSync(provider.folder)) {
    console.log(`up to date: ${modules.length} modules`);
    return;
  }
  const pom = join(work, "cdktf.pom");
  fs.writeFileSync(pom, pomOf(cdktf));
  const [classpath, cdktfSources, providerSources] = await Promise.all([
    classpathOf(pom, pomProperty(POM, "dependency-plugin.version")),
    fs.existsSync(cdktf.folder) ? undefined : generate(join(NPM, "cdktf"), "cdktf"),
    trimAndGenerate(),
  ]);

  if (cdktfSources) await publish(cdktf, cdktfSources, classpath);
  const cdktfJar = join(cdktf.folder, `cdktf-${cdktf.version}.jar`);
  await publish(provider, providerSources, joinClasspath(cdktfJar, classpath));
}

async function trimAndGenerate() {
  const trimmed = join(work, "provider");
  trim(join(NPM, "@cdktf", "provider-aws"), trimmed, modules);
  return generate(trimmed, "provider");
}

/** Lets jsii-pacmak write the Java code for an npm package; returns its folder. */
async function generate(npmPackage, name) {
  const output = join(work, `${name}-generated`);
  await run(process.execPath, [
    ...[join(NPM, "jsii-pacmak", "bin", "jsii-pacmak"), "--target", "java", "--code-only"],
    ...["--no-npmignore", "--rosetta-unknown-snippets", "verbatim", "--outdir", output, npmPackage],
  ]);
  return join(output, "java");
}

async function publish(wantedArtifact, sources, classpath) {
  const { artifact, version, folder } = wantedArtifact;
  const staged = join(work, artifact);
  fs.mkdirSync(staged);
  await compileToJar(sources, classpath, join(staged, `${artifact}-${version}.jar`));
  fs.writeFileSync(join(staged, `${artifact}-${version}.pom`), pomOf(wantedArtifact));
  fs.mkdirSync(dirname(folder), { recursive: true });
  fs.renameSync(staged, folder);
  console.log(`made ${artifact} ${version}`);
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
  for (const name of fs.readdirSync(HERE)) {
    const path = join(HERE, name);
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
