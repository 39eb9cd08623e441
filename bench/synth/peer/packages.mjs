// The npm packages that the set-up keeps in .gen; of the provider only the modules that are asked for.
import { createRequire } from "node:module";

const require = createRequire(new URL("../../../.gen/package.json", import.meta.url));

export const cdktf = require("cdktf");
export const aws = (module) => require(`@cdktf/provider-aws/lib/${module}/index.js`);
