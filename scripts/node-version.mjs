// Plain JavaScript, loaded before every script (`node --import`): an old Node cannot even read the TypeScript that follows.
const needed = 24;
if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `Cairn runs on Node ${needed}, which \`npm ci\` brings along, but this is Node ${process.versions.node}: ` +
      'run `npm ci` (with install scripts allowed for the package "node"), then start it again through npm.',
  );
  process.exit(1);
}
