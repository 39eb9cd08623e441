// jsii's kernel as one Node.js process. jsii starts two: one that talks with Java over its standard streams and
// relays to a second one, the kernel, over file descriptor 3. Here the shell that jsii starts (see the launcher) has put
// what Java writes on descriptor 3 and what Java reads on 4; all that CDKTF prints goes to stderr.
const fs = require("node:fs");

const writeSync = fs.writeSync;
fs.writeSync = (descriptor, ...rest) => writeSync(descriptor === 3 ? 4 : descriptor, ...rest);

// CDKTF takes a stack trace for every block of every resource; in a Java program they show jsii's own frames
// alone, and take a third of the time of large zones. MERIDIAN_DEBUG=1 leaves them on. (A limit set on the command
// line does not do: CDKTF raises it.)
if (!process.env.MERIDIAN_DEBUG) {
  Object.defineProperty(Error, "stackTraceLimit", { get: () => 0, set() {}, configurable: true });
}

require(process.env.MERIDIAN_KERNEL_PROGRAM);
