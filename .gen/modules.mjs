// Finds the modules of the AWS provider that the Java sources use.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// Not only imports: fully qualified names in code or Javadoc need their module too.
const USE = /\bcom\.hashicorp\.cdktf\.providers\.aws\.([a-z]\w*)/g;

/** Maps each module, by its Java package name, to the first source file that names it. */
export function usedModules(sourceFolder) {
  const users = new Map([["provider", sourceFolder]]);
  for (const file of javaFiles(sourceFolder)) {
    for (const [, module] of readFileSync(file, "utf8").matchAll(USE)) {
      if (!users.has(module)) users.set(module, file);
    }
  }
  return new Map([...users].sort());
}

function javaFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".java"))
    .sort()
    .map((name) => join(folder, name));
}
