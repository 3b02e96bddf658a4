// The same rules over the fixture tree of violations.
const { forbidden, options } = require("./dependency-cruiser.cjs");
const { tsConfig, ...rest } = options;

module.exports = { forbidden, options: { ...rest, exclude: { path: ["^build/"] } } };
