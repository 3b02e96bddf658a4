// Imported first by whatever is started: refuses a Node that is too old in one sentence, before a message nobody understands comes from
// somewhere else. The version is that of "engines" in package.json.

/** Oldest major and minor version. */
export const oldestNode = [20, 19] as const;

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
  console.error(`Node ${process.versions.node} is too old: install Node ${oldestNode.join(".")} or newer.`);
  process.exit(1);
}
