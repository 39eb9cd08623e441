// Copies the provider's npm package with only some of its 2,200 modules.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toSnakeCase } from "codemaker";

/** The message is the Java name of a module that the provider does not have. */
export class UnknownModule extends Error {}

/** Writes the package `source`, reduced to `javaModules`, to the folder `target`. */
export function trim(source, target, javaModules) {
  const assembly = JSON.parse(readFileSync(join(source, ".jsii"), "utf8"));
  const modules = chosenModules(assembly, javaModules);

  mkdirSync(join(target, "lib"), { recursive: true });
  for (const { folder } of modules) {
    mkdirSync(join(target, "lib", folder));
    copyFileSync(join(source, "lib", folder, "index.js"), join(target, "lib", folder, "index.js"));
  }
  for (const file of ["LICENSE", "README.md"]) copyFileSync(join(source, file), join(target, file));
  writeFileSync(join(target, "lib", "index.js"), indexOf(modules));
  writeFileSync(join(target, "package.json"), JSON.stringify(packageOf(source), null, 2));
  writeFileSync(join(target, ".jsii"), JSON.stringify(trimmed(assembly, modules)));
}

function chosenModules(assembly, javaModules) {
  const byJavaName = new Map();
  for (const [fqn, { symbolId }] of Object.entries(assembly.submodules)) {
    const name = fqn.slice(assembly.name.length + 1);
    const folder = symbolId.replace(/^src\/(.+)\/index:$/, "$1");
    byJavaName.set(toSnakeCase(name), { fqn, name, folder });
  }
  return javaModules.map((javaName) => {
    const module = byJavaName.get(javaName);
    if (!module) throw new UnknownModule(javaName);
    return module;
  });
}

function trimmed(assembly, modules) {
  const fqns = new Set(modules.map((module) => module.fqn));
  const names = new Set(modules.map((module) => module.name));
  const keep = (entries, test) => Object.fromEntries(Object.entries(entries).filter(test));
  return {
    ...assembly,
    submodules: keep(assembly.submodules, ([fqn]) => fqns.has(fqn)),
    types: keep(assembly.types, ([, { namespace }]) => names.has(namespace?.split(".")[0])),
  };
}

/** Getters, so that a run loads only the modules that it uses. */
function indexOf(modules) {
  const getter = ({ name, folder }) =>
    `Object.defineProperty(exports, "${name}", { enumerable: true, get: () => require("./${folder}") });`;
  return [`"use strict";`, ...modules.map(getter), ""].join("\n");
}

/** Without scripts and development dependencies, so that packing runs and downloads nothing. */
function packageOf(source) {
  const whole = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  const { scripts, devDependencies, ...kept } = whole;
  return kept;
}
