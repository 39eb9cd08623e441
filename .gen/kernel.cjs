// Runs jsii's kernel as one Node.js process. By default, jsii starts two: one that communicates with Java over its
// standard streams, and relays to a second one, the kernel, over file descriptor 3. Here, the shell that jsii starts (see
// the launcher) connects descriptor 3 to Java's output and descriptor 4 to Java's input. CDKTF's output goes to stderr.
const fs = require("node:fs");

const writeSync = fs.writeSync;
fs.writeSync = (descriptor, ...rest) => writeSync(descriptor === 3 ? 4 : descriptor, ...rest);

// CDKTF records a stack trace for every block of every resource. In a Java program, they show only jsii's own frames,
// and take a third of the time for large zones. MERIDIAN_DEBUG=1 keeps them. (A limit on the command line has no effect,
// because CDKTF raises it.)
if (!process.env.MERIDIAN_DEBUG) {
  Object.defineProperty(Error, "stackTraceLimit", { get: () => 0, set() {}, configurable: true });
}

require(process.env.MERIDIAN_KERNEL_PROGRAM);
