// The jars of the bindings: what goes into them, and how they are built.
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { classpathOf, compileToJar, joinClasspath, pomOf, pomProperty } from "./maven.mjs";
import { run } from "./run.mjs";
import { trim } from "./trim.mjs";

export const GEN = dirname(fileURLToPath(import.meta.url));
export const ROOT = dirname(GEN);
export const POM = join(ROOT, "pom.xml");
const NPM = join(GEN, "node_modules");
const REPOSITORY = join(GEN, "repository", "com", "hashicorp");

/** The scripts that decide what is in a jar. */
const RECIPE = ["jars.mjs", "maven.mjs", "modules.mjs", "run.mjs", "trim.mjs"];

/**
 * Both jars, and what goes into them.
 *
 * @param label a word in the version of the jar for the provider
 */
export function describe(modules, label) {
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
  const recipe = RECIPE.map((name) => fs.readFileSync(join(GEN, name), "utf8"));

  const cdktf = artifact("cdktf", pin("cdktf"), "lean", dependencies, recipe);
  const needsCdktf = { coordinates: `com.hashicorp:cdktf:${cdktf.version}` };
  const all = [needsCdktf, ...dependencies];
  const npmVersion = pin("provider-aws", "@cdktf/provider-aws");
  const provider = artifact("cdktf-provider-aws", npmVersion, label, all, modules);
  return { cdktf, provider };
}

function artifact(name, version, label, dependencies, ingredients) {
  const text = JSON.stringify([name, version, dependencies, ingredients]);
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
  const made = { artifact: name, hash, version: `${version}-${label}-${hash}`, dependencies };
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

/** The files of an artifact. */
export function filesOf({ artifact, version, folder }) {
  const base = join(folder, `${artifact}-${version}`);
  return { jar: `${base}.jar`, pom: `${base}.pom` };
}

/** Builds the jars that are missing. Returns whether there were any. */
export async function make({ cdktf, provider }, modules, work) {
  if (fs.existsSync(cdktf.folder) && fs.existsSync(provider.folder)) return false;
  const pom = join(work, "cdktf.pom");
  fs.writeFileSync(pom, pomOf(cdktf));
  const [classpath, cdktfSources, providerSources] = await Promise.all([
    classpathOf(pom, pomProperty(POM, "dependency-plugin.version")),
    fs.existsSync(cdktf.folder) ? undefined : generate(join(NPM, "cdktf"), "cdktf", work),
    trimAndGenerate(modules, work),
  ]);

  if (cdktfSources) await publish(cdktf, cdktfSources, classpath, work);
  await publish(provider, providerSources, joinClasspath(filesOf(cdktf).jar, classpath), work);
  return true;
}

async function trimAndGenerate(modules, work) {
  const trimmed = join(work, "provider");
  trim(join(NPM, "@cdktf", "provider-aws"), trimmed, modules);
  return generate(trimmed, "provider", work);
}

/** Lets jsii-pacmak write the Java code for an npm package; returns its folder. */
async function generate(npmPackage, name, work) {
  const output = join(work, `${name}-generated`);
  await run(process.execPath, [
    ...[join(NPM, "jsii-pacmak", "bin", "jsii-pacmak"), "--target", "java", "--code-only"],
    ...["--no-npmignore", "--rosetta-unknown-snippets", "verbatim", "--outdir", output, npmPackage],
  ]);
  return join(output, "java");
}

async function publish(wanted, sources, classpath, work) {
  const { artifact, version, folder } = wanted;
  const staged = join(work, artifact);
  fs.mkdirSync(staged);
  await compileToJar(sources, classpath, join(staged, `${artifact}-${version}.jar`));
  fs.writeFileSync(join(staged, `${artifact}-${version}.pom`), pomOf(wanted));
  fs.mkdirSync(dirname(folder), { recursive: true });
  fs.renameSync(staged, folder);
  console.log(`made ${artifact} ${version}`);
}
