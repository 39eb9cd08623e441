// Runs the tools that build the bindings.
import { spawn } from "node:child_process";
import { join } from "node:path";

/** A JDK tool from JAVA_HOME, as in Maven, or otherwise from the PATH. */
export function tool(name) {
  return process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin", name) : name;
}

/** Runs a command, with its output in ours. */
export function run(command, args, environment = {}) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...environment };
    const child = spawn(command, args, { env, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", (error) => reject(new Error(`cannot run ${command}: ${error.message}`)));
    child.on("exit", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}
