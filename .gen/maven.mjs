// Compiles generated Java to a jar in the Maven repository of this folder.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run, tool } from "./run.mjs";

/** The value of a property in pom.xml, the only place for versions. */
export function pomProperty(pom, name) {
  const [, value] = new RegExp(`<${name}>([^<]+)</${name}>`).exec(readFileSync(pom, "utf8")) ?? [];
  if (!value) throw new Error(`${pom} has no property ${name}`);
  return value;
}

/** A POM with exact versions. HashiCorp's POMs have ranges, which take Maven minutes to resolve. */
export function pomOf({ artifact, version, dependencies }) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.hashicorp</groupId>
  <artifactId>${artifact}</artifactId>
  <version>${version}</version>
  <dependencies>${dependencies.map(dependency).join("")}
  </dependencies>
</project>
`;
}

function dependency({ coordinates, scope = "compile" }) {
  const [group, artifact, version] = coordinates.split(":");
  return `
    <dependency>
      <groupId>${group}</groupId>
      <artifactId>${artifact}</artifactId>
      <version>${version}</version>
      <scope>${scope}</scope>
      <exclusions>
        <exclusion>
          <groupId>software.amazon.jsii</groupId>
          <artifactId>*</artifactId>
        </exclusion>
        <exclusion>
          <groupId>org.jetbrains</groupId>
          <artifactId>*</artifactId>
        </exclusion>
        <exclusion>
          <groupId>javax.annotation</groupId>
          <artifactId>*</artifactId>
        </exclusion>
      </exclusions>
    </dependency>`;
}

/** The class path for code with this POM; downloads missing jars. */
export async function classpathOf(pom, pluginVersion) {
  const goal = `org.apache.maven.plugins:maven-dependency-plugin:${pluginVersion}:build-classpath`;
  const output = `${pom}.classpath`;
  await mvn("-f", pom, goal, `-Dmdep.outputFile=${output}`);
  return readFileSync(output, "utf8").trim();
}

/** Puts a jar and its POM into Maven's local repository. */
export async function installToLocalRepository({ jar, pom }, pluginVersion) {
  const goal = `org.apache.maven.plugins:maven-install-plugin:${pluginVersion}:install-file`;
  await mvn(goal, `-Dfile=${jar}`, `-DpomFile=${pom}`);
}

async function mvn(...args) {
  const given = process.env.MAVEN_ARGS?.split(/\s+/).filter(Boolean) ?? [];
  // Maven before 3.9 does not read MAVEN_ARGS.
  await run("mvn", [...given, "-B", "-q", ...args], { MAVEN_ARGS: "" });
}

/** Builds `jar` from the output of jsii-pacmak in `generated`. */
export async function compileToJar(generated, classpath, jar) {
  const sources = join(generated, "src", "main", "java");
  const classes = join(generated, "classes");
  const list = join(generated, "sources.txt");
  const names = readdirSync(sources, { recursive: true }).filter((name) => name.endsWith(".java"));
  // Names in an argument file need quotes, because the project's path can contain spaces.
  const quoted = names.map((name) => `"${join(sources, name).replaceAll("\\", "\\\\")}"`);
  writeFileSync(list, quoted.sort().join("\n"));
  await run(tool("javac"), [
    ...["-J-XX:+UseSerialGC", "-J-XX:TieredStopAtLevel=1"], // a quarter faster for a short run
    ...["--release", "17", "-encoding", "UTF-8", "-proc:none", "-nowarn", "-Xlint:none"],
    ...["-classpath", classpath, "-d", classes, `@${list}`],
  ]);
  const resources = join(generated, "src", "main", "resources");
  await run(tool("jar"), ["--create", "--file", jar, "-C", classes, ".", "-C", resources, "."]);
}

export const joinClasspath = (...entries) => entries.join(delimiter);
