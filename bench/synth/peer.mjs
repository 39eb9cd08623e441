// The stacks of the benchmark, as a CDKTF user would write them in plain JavaScript.
// node peer.mjs recipe OUTDIR | node peer.mjs RECORDS OUTDIR, with SYNTH_HCL_OUTPUT=true
import { cdktf } from "./peer/packages.mjs";
import { RecipeDnsStack } from "./peer/recipe-dns.mjs";
import { RecordsStack } from "./peer/records.mjs";
import { RegionStack } from "./peer/region.mjs";

const REGIONS = ["us-east-1", "eu-west-1", "ap-southeast-1"];

const [workload, outdir] = process.argv.slice(2);
const app = new cdktf.App({ outdir, skipValidation: true });
if (workload === "recipe") {
  const regions = REGIONS.map((region) => new RegionStack(app, region));
  const dns = new RecipeDnsStack(app, REGIONS);
  regions.forEach((region) => dns.addDependency(region));
} else {
  new RecordsStack(app, Number(workload));
}
app.synth();
