// Node.js loads this before jsii's kernel. CDKTF records a stack trace for every block of every resource.
// In a Java program, they show only jsii's own frames, and take a third of the time for large zones.
// MERIDIAN_DEBUG=1 keeps them. (A limit on the command line has no effect, because CDKTF raises it.)
Object.defineProperty(Error, "stackTraceLimit", { get: () => 0, set() {}, configurable: true });
