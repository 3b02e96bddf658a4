// The file that says: this folder holds the demo company. `npm start` refuses such a folder, `--reset` removes only such a folder.
export const demoMarker = "DEMO";
