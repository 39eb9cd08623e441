// Loaded by Node.js before jsii's kernel. CDKTF takes a stack trace for every block of every resource;
// in a Java program they show jsii's own frames alone, and take a third of the time of large zones.
// MERIDIAN_DEBUG=1 leaves them on. (A limit set on the command line does not do: CDKTF raises it.)
Object.defineProperty(Error, "stackTraceLimit", { get: () => 0, set() {}, configurable: true });
