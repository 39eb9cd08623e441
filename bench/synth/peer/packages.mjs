// The npm packages that the set-up installs in .gen; loads only the requested provider modules.
import { createRequire } from "node:module";

const require = createRequire(new URL("../../../.gen/package.json", import.meta.url));

export const cdktf = require("cdktf");
export const aws = (module) => require(`@cdktf/provider-aws/lib/${module}/index.js`);
